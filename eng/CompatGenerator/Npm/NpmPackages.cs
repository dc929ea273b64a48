using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace CompatGenerator.Npm;

/// <summary>
/// Fetches the pinned packages with the npm client, so that its registry settings apply, and without their dependencies: only declarations
/// are read. No package code runs here but the TypeScript parser's.
/// </summary>
internal sealed class NpmPackages(string list, string cache)
{
    /// <summary>
    /// The folder that holds the package's <c>package.json</c>, after its tarball was checked against the pinned integrity.
    /// </summary>
    public async Task<string> FolderAsync(string name, CancellationToken cancellation)
    {
        var package = Pinned(name);
        var folder = Path.Combine(cache, package.Folder);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(cache);
            var tarball = await DownloadAsync(package, cancellation);
            await ExtractAsync(tarball, folder, cancellation);
        }

        return Path.Combine(folder, "package");
    }

    /// <summary>The package as the list pins it.</summary>
    public NpmPackage Pinned(string name)
    {
        using var stream = File.OpenRead(list);
        var packages = JsonSerializer.Deserialize(stream, NpmPackageContext.Default.IReadOnlyListNpmPackage) ?? [];
        return packages.SingleOrDefault(package => package.Name == name)
            ?? throw new GeneratorException(
                $"{list} does not pin '{name}'; add its name, version and integrity ('npm view {name}@<version> dist.integrity')");
    }

    private async Task<string> DownloadAsync(NpmPackage package, CancellationToken cancellation)
    {
        var tarball = Path.Combine(cache, package.Tarball);
        if (!File.Exists(tarball))
        {
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            await Tool.RunAsync(
                npm,
                ["pack", $"{package.Name}@{package.Version}", "--ignore-scripts", "--silent"],
                null,
                cache,
                cancellation);
        }

        await using var stream = File.OpenRead(tarball);
        var integrity = $"sha512-{Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellation))}";
        return integrity == package.Integrity
            ? tarball
            : throw new GeneratorException(
                $"{tarball} is not the pinned {package.Name} {package.Version}: its integrity is {integrity}, {list} says "
                    + $"{package.Integrity}; delete it to download it again");
    }

    private static async Task ExtractAsync(string tarball, string folder, CancellationToken cancellation)
    {
        // Moved into place when whole: an interrupted run leaves nothing that looks finished.
        var partial = Directory.CreateDirectory($"{folder}.{Environment.ProcessId}.partial").FullName;
        await using var file = File.OpenRead(tarball);
        await using var tar = new GZipStream(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(tar, partial, overwriteFiles: true, cancellation);
        Directory.Move(partial, folder);
    }
}
