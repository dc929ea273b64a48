using System.Security.Cryptography;
using Engagement.Infra.Functions;

namespace Engagement.Local.Lambda.Execution;

/// <summary>
/// Folders that functions' processes write to, within one folder of this process in the temporary folder. They go with the process; where
/// it is killed, the next one removes them.
/// </summary>
internal static class ScratchFolder
{
    private static readonly Lazy<RunFolder> Run = new(() => RunFolder.Create(Path.GetTempPath(), "engagement-local-"));

    /// <summary>A new folder.</summary>
    /// <param name="purpose">What its name begins with. Names are short, because runtimes put sockets there, whose paths hold about 100
    /// characters.</param>
    public static DirectoryInfo Create(string purpose) =>
        Directory.CreateDirectory(Path.Combine(Run.Value.Path, $"{purpose}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}"));
}
