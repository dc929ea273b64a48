using Engagement.Local.Configuration.Yaml;

namespace Engagement.Local.Configuration;

/// <summary>
/// What <c>Pulumi.yaml</c> says of a setting under <c>config:</c>. A setting of the project's own namespace has a type, a default or both.
/// Without a default, each stack has to set it. A setting of another namespace has a value.
/// </summary>
internal sealed record ConfigDeclaration
{
    private static readonly string[] Members = ["type", "items", "description", "secret", "default", "value"];

    /// <summary>The key; its name may be a path within a structured setting.</summary>
    public required ConfigKey Key { get; init; }

    /// <summary>Where the key stands.</summary>
    public required YamlPlace Place { get; init; }

    /// <summary>Type that values are checked against; null where none is declared.</summary>
    public ConfigType? Type { get; init; }

    /// <summary>Whether values have to be encrypted.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The value where a stack sets none; null where there is none.</summary>
    public StackYaml? Value { get; init; }

    /// <summary>Where in a setting it is.</summary>
    public required ConfigPath Path { get; init; }

    /// <summary>Reads a member of <c>config:</c>.</summary>
    /// <exception cref="FormatException">Pulumi would not take it; the message says why.</exception>
    public static ConfigDeclaration Read(YamlMember member, string project)
    {
        var key = ConfigKey.Parse(member.Key, project, member.Place);
        var declared = new ConfigDeclaration { Key = key, Place = member.Place, Path = PathOf(member, key) };
        var isOwn = key.Namespace == project;
        return member.Value switch
        {
            YamlMap map => Declared(declared, map, member.Key, isOwn),
            YamlList or YamlScalar { Kind: YamlKind.Text or YamlKind.Flag or YamlKind.Whole } => declared with { Value = member.Value },
            _ =>
                throw member.Value.Place.Wrong(
                    $"config.{member.Key}: is neither a text, a whole number, a flag, a list nor a declaration with type or default."),
        };
    }

    private static ConfigPath PathOf(YamlMember member, ConfigKey key)
    {
        try
        {
            return ConfigPath.Parse(key.Name);
        }
        catch (FormatException e)
        {
            throw member.Place.Wrong($"config.{member.Key}: is no path within a setting: {e.Message}.");
        }
    }

    private static ConfigDeclaration Declared(ConfigDeclaration declared, YamlMap map, string key, bool isOwn)
    {
        if (map.Members.FirstOrDefault(each => !Members.Contains(each.Key, StringComparer.Ordinal)) is { } unknown)
        {
            throw unknown.Place.Wrong($"config.{key}.{unknown.Key}: there is no such member; there are {string.Join(", ", Members)}.");
        }

        var (type, standard, value) = (ConfigType.Read(map, $"config.{key}"), map.Find("default"), map.Find("value"));
        if (NotNull(standard) is not null && NotNull(value) is not null)
        {
            throw standard!.Place.Wrong($"config.{key}: has both a default and a value.");
        }

        if (!isOwn)
        {
            RequireValue(map, key, value);
        }

        declared = declared with { Type = type, IsSecret = IsFlagged(map, key), Value = NotNull(standard) ?? NotNull(value) };
        return type is not null && NotNull(standard) is { } tree && !type.Takes(tree.ToJson(() => ""), _ => false)
            ? throw tree.Place.Wrong($"config.{key}.default: is not of the type {type}.")
            : declared;
    }

    private static void RequireValue(YamlMap map, string key, YamlMember? value)
    {
        if ((map.Find("type") ?? map.Find("default")) is { } foreign)
        {
            throw foreign.Place.Wrong(
                $"config.{key}.{foreign.Key}: only settings of the project's own namespace have one; give this one a value.");
        }

        if (NotNull(value) is null)
        {
            throw map.Place.Wrong($"config.{key}.value: is missing; a setting of another namespace has one.");
        }
    }

    private static bool IsFlagged(YamlMap map, string key) => map.Find("secret")?.Value switch
    {
        null => false,
        YamlScalar { Kind: YamlKind.Flag, Text: var text } => text == "true",
        var other => throw other.Place.Wrong($"config.{key}.secret: is neither true nor false."),
    };

    private static StackYaml? NotNull(YamlMember? member) => member?.Value is YamlScalar { Value: null } ? null : member?.Value;
}
