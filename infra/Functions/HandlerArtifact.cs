using System.Security.Cryptography;
using System.Text;
using Engagement.Definitions.Functions;
using Engagement.Infra.Configuration;

namespace Engagement.Infra.Functions;

/// <summary>
/// What a function is deployed from: its published directory, with its part of the definitions beside it. The two are put together here,
/// when the stack runs, because marketers change definitions without building anything, and an environment may have its own.
/// </summary>
internal static class HandlerArtifact
{
    /// <summary>Folder within the artifact that holds the definitions.</summary>
    private const string DefinitionsFolder = "definitions";

    private static readonly string Artifacts = Path.Combine(RepositoryRoot.Path, "artifacts");

    // Each run has a folder of its own, so that another run cannot take away what this one deploys from.
    private static readonly Lazy<RunFolder> Run = new(() => RunFolder.Create(Path.Combine(Artifacts, "stage"), ""));

    /// <summary>
    /// A directory named after its contents. Pulumi compares contents, and sees no change where there is none.
    /// </summary>
    /// <param name="handler">Handler project, such as <c>RecordPixelEvents</c>.</param>
    /// <param name="settings">How it was built.</param>
    /// <param name="definitions">What the handler needs of the definitions.</param>
    /// <returns>The directory.</returns>
    public static string Stage(string handler, HandlerSettings settings, IReadOnlyList<FunctionDefinition> definitions)
    {
        var published = Path.Combine(Published(settings), handler);
        var files = Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(published, file).Replace('\\', '/'), Bytes: File.ReadAllBytes(file)))
            .Concat(definitions.Select(definition => (
                Name: $"{DefinitionsFolder}/{definition.Name}",
                Bytes: Encoding.UTF8.GetBytes(definition.Json))))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        return Copy(files, Path.Combine(Run.Value.Path, $"{handler}-{Hash(files)}"));
    }

    /// <summary>The problem that handlers have not been published as the settings say; null where all are there.</summary>
    /// <param name="handlers">Handler projects.</param>
    /// <param name="settings">How they are to be built.</param>
    public static string? Missing(IEnumerable<string> handlers, HandlerSettings settings)
    {
        if (settings.ArtifactsDirectory is { } chosen && !Directory.Exists(chosen))
        {
            // A problem of its own, which the settings report.
            return null;
        }

        var folder = Published(settings);
        string[] missing =
        [
            .. handlers
                .Select(handler => $"{handler}/{settings.Packaging.EntryFile(handler)}")
                .Where(file => !File.Exists(Path.Combine(folder, file))),
        ];
        return missing.Length == 0
            ? null
            : $"handlers:packaging: '{folder}' holds no {string.Join(", ", missing)}: {HowToPublish(settings)}.";
    }

    private static string Published(HandlerSettings settings) =>
        settings.ArtifactsDirectory ?? Path.Combine(Artifacts, settings.Packaging.Folder(settings.Architecture));

    private static string HowToPublish(HandlerSettings settings) => settings.Packaging == HandlerPackaging.Managed
        ? "build the infra project ('dotnet build infra'), which publishes the handlers"
        : $"publish them with 'dotnet build infra -p:HandlerPackaging={settings.Packaging.Name}"
            + $" -p:HandlerArchitecture={settings.Architecture}', or with both as environment variables of 'pulumi up'";

    private static string Hash(List<(string Name, byte[] Bytes)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(SHA256.HashData(bytes));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash())[..16];
    }

    private static string Copy(List<(string Name, byte[] Bytes)> files, string target)
    {
        if (Directory.Exists(target))
        {
            return target;
        }

        var half = $"{target}.{Guid.NewGuid():n}";
        foreach (var (name, bytes) in files)
        {
            var file = Path.Combine(half, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        try
        {
            Directory.Move(half, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another run was faster with the same contents.
            Directory.Delete(half, recursive: true);
        }

        return target;
    }
}
