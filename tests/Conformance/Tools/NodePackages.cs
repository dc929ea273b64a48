using System.Diagnostics;
using System.Security.Cryptography;
using Engagement.Infra.Configuration;

namespace Conformance.Tests.Tools;

/// <summary>
/// The npm packages that <c>package-lock.json</c> pins, each by its integrity, in a folder under <c>artifacts/conformance</c>.
/// They are fetched once for each lock file, and their install scripts do not run.
/// </summary>
internal static class NodePackages
{
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>The folder that holds <c>node_modules</c>.</summary>
    public static Task<string> FolderAsync() => Installed.Value;

    private static async Task<string> InstallAsync()
    {
        var lockFile = Path.Combine(AppContext.BaseDirectory, "package-lock.json");
        var digest = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(lockFile)))[..16];
        var folder = Path.Combine(RepositoryRoot.Path, "artifacts", "conformance", digest);
        if (!Directory.Exists(folder))
        {
            // Moved into place when whole: an interrupted run leaves nothing that looks finished.
            var partial = Directory.CreateDirectory($"{folder}.{Environment.ProcessId}.partial").FullName;
            foreach (var name in new[] { "package.json", "package-lock.json", ".npmrc" })
            {
                File.Copy(Path.Combine(AppContext.BaseDirectory, name), Path.Combine(partial, name), overwrite: true);
            }

            var run = await ProgramRun.OfAsync(new ProcessStartInfo(
                Executable.Find("npm", "npm"),
                ["ci", "--ignore-scripts"])
            { WorkingDirectory = partial });
            if (run.ExitCode != 0)
            {
                throw new InvalidOperationException($"'npm ci' in {partial} ended with {run.ExitCode}: {run.Errors}");
            }

            Directory.Move(partial, folder);
        }

        return folder;
    }
}
