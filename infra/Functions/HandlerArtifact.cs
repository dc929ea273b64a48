using System.Security.Cryptography;
using System.Text;
using Engagement.Definitions.Functions;
using Engagement.Infra.Configuration;
using Pulumi;

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

    /// <summary>
    /// A directory named after its contents: two stacks, or two runs at once, never see each other's half-made one,
    /// and Pulumi, which compares the contents, sees no change where there is none.
    /// </summary>
    /// <param name="handler">Handler project, such as <c>RecordPixelEvents</c>.</param>
    /// <param name="settings">How it was built.</param>
    /// <param name="definitions">What the handler needs of the definitions.</param>
    /// <exception cref="ConfigurationException">The handler has not been published like that.</exception>
    public static FileArchive Stage(string handler, HandlerSettings settings, IReadOnlyList<FunctionDefinition> definitions)
    {
        var published = Path.Combine(settings.ArtifactsDirectory ?? Path.Combine(Artifacts, settings.Packaging.Folder(settings.Architecture)), handler);
        if (!File.Exists(Path.Combine(published, settings.Packaging.EntryFile(handler))))
        {
            throw new ConfigurationException(Missing(handler, published, settings));
        }

        var files = Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(published, file).Replace('\\', '/'), Bytes: File.ReadAllBytes(file)))
            .Concat(definitions.Select(definition => (Name: $"{DefinitionsFolder}/{definition.Name}", Bytes: Encoding.UTF8.GetBytes(definition.Json))))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        return new FileArchive(Copy(files, Path.Combine(Artifacts, "stage", $"{handler}-{Hash(files)}")));
    }

    private static string Missing(string handler, string published, HandlerSettings settings)
    {
        var (packaging, architecture) = (settings.Packaging, settings.Architecture);
        var how = packaging == HandlerPackaging.Managed
            ? "build the infra project ('dotnet build infra'), which publishes the handlers"
            : $"publish them with 'dotnet build infra -p:HandlerPackaging={packaging.Name} -p:HandlerArchitecture={architecture}', or with both as environment variables of 'pulumi up'";
        return $"handlers:packaging: '{published}' holds no {packaging.EntryFile(handler)}: {how}.";
    }

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
