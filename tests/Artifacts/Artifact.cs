using System.Security.Cryptography;

namespace Artifacts.Tests;

/// <summary>
/// What Pulumi compares of a directory that it uploads: names and contents. Shown as one line a file, so that a difference names the file.
/// </summary>
internal static class Artifact
{
    /// <summary>The directory's files, by name and contents.</summary>
    public static string Read(string directory) =>
        string.Join('\n', Files(directory).Select(file => $"{file} {Hash(Path.Combine(directory, file))}"));

    /// <summary>Names of the files, relative to the directory, in order.</summary>
    public static IEnumerable<string> Files(string directory) => Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(directory, file).Replace(Path.DirectorySeparatorChar, '/'))
        .Order(StringComparer.Ordinal);

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
