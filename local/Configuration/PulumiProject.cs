using Engagement.Local.Configuration.Yaml;

namespace Engagement.Local.Configuration;

/// <summary>What <c>Pulumi.yaml</c> says of all stacks.</summary>
internal sealed record PulumiProject
{
    private const string File = "Pulumi.yaml";

    /// <summary>The project's name, and the namespace of keys that name none.</summary>
    public required string Name { get; init; }

    /// <summary>Folder with the <c>Pulumi.&lt;stack&gt;.yaml</c> files.</summary>
    public required string StackDirectory { get; init; }

    /// <summary>Settings that are declared for all stacks.</summary>
    public IReadOnlyList<ConfigDeclaration> Config { get; init; } = [];

    /// <summary>The stacks that have a file, in order.</summary>
    public IReadOnlyList<string> Stacks => !Directory.Exists(StackDirectory) ? [] :
    [
        .. Directory.GetFiles(StackDirectory, "Pulumi.*.yaml")
            .Select(file => Path.GetFileName(file)["Pulumi.".Length..^".yaml".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Reads the project of a folder. Where the folder holds stack files alone, it is this repository's project without declarations.
    /// </summary>
    /// <exception cref="FormatException">Pulumi would not take the file; the message says where and why.</exception>
    public static PulumiProject Read(string directory)
    {
        var path = Path.Combine(directory, File);
        if (!System.IO.File.Exists(path))
        {
            return new() { Name = "engagement", StackDirectory = directory };
        }

        var root = YamlReader.Read(path) as YamlMap
            ?? throw new FormatException($"{File}:1:1: it is no map with the project's name and runtime.");
        if (root.Find("name")?.Value is not YamlScalar { Kind: YamlKind.Text, Text: { Length: > 0 } name })
        {
            throw (root.Find("name")?.Value.Place ?? root.Place).Wrong("name: is missing, or no text; it names the project.");
        }

        return new() { Name = name, StackDirectory = Path.Combine(directory, StackFolder(root)), Config = [.. Declarations(root, name)] };
    }

    // Before projects could declare settings, config: named the folder of the stack files, and it still may.
    private static string StackFolder(YamlMap root)
    {
        var (older, folder) = (root.Find("config"), root.Find("stackConfigDir"));
        if (older?.Value is not YamlScalar { Kind: YamlKind.Text } text)
        {
            return (folder?.Value as YamlScalar)?.Text ?? "";
        }

        return folder is null
            ? text.Text
            : throw older.Place.Wrong("config: names a folder, and so does stackConfigDir; use stackConfigDir alone.");
    }

    private static IEnumerable<ConfigDeclaration> Declarations(YamlMap root, string project) => root.Find("config")?.Value switch
    {
        YamlMap map => map.Members.Select(member => ConfigDeclaration.Read(member, project)),
        null or YamlScalar { Kind: YamlKind.Text or YamlKind.Null } => [],
        var other => throw other.Place.Wrong("config: is no map of settings."),
    };
}
