using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Engagement.Local.Resources;
using Pulumi;

namespace Engagement.Local.Lambda.Deployment;

/// <summary>The directory behind a function's <c>code</c>.</summary>
internal static class CodeDirectory
{
    // The SDK keeps an archive's path to itself and gives it to the engine alone; a mock gets the archive as it is.
    private static readonly PropertyInfo? Value =
        typeof(AssetOrArchive).GetProperty("Value", BindingFlags.Instance | BindingFlags.NonPublic);

    /// <summary>The absolute path of the directory that <c>code</c> names.</summary>
    /// <exception cref="ArgumentException">It is no archive of a directory, or there is no such directory.</exception>
    public static string Read(ResourceRequest request)
    {
        var code = request.Inputs.GetValueOrDefault("code");
        if (code is not FileArchive archive)
        {
            throw request.Invalid(
                "code",
                $"is {code?.GetType().Name ?? "missing"}; this local cloud runs functions from a FileArchive of a published directory");
        }

        var directory = Path.GetFullPath(PathOf(archive));
        return Directory.Exists(directory)
            ? directory
            : throw request.Invalid(
                "code",
                File.Exists(directory)
                    ? $"names {directory}, which is a file; give the published directory itself"
                    : $"names {directory}, which is not there; publish the handler first");
    }

    /// <summary>The path that the program gave an archive.</summary>
    public static string PathOf(FileArchive archive) => Value?.GetValue(archive) as string
        ?? throw new NotSupportedException(
            "This version of the Pulumi SDK keeps a FileArchive's path elsewhere than in AssetOrArchive.Value; adapt CodeDirectory to it.");

    /// <summary>SHA-256 over names and contents, base64, so that equal code has an equal hash.</summary>
    public static string Hash(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, file) in Files(directory))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{file.Length}\n"));
            hash.AppendData(File.ReadAllBytes(file.FullName));
        }

        return Convert.ToBase64String(hash.GetHashAndReset());
    }

    /// <summary>Bytes of all files.</summary>
    public static long Size(string directory) => Files(directory).Sum(entry => entry.File.Length);

    private static IOrderedEnumerable<(string Name, FileInfo File)> Files(string directory) =>
        new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(directory, file.FullName).Replace('\\', '/'), File: file))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);
}
