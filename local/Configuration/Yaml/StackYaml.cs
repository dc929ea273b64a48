using System.Text.Json.Nodes;

namespace Engagement.Local.Configuration.Yaml;

/// <summary>A YAML document, as Pulumi's reader understands it: scalars are resolved, aliases and merge keys are followed.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Size">Nodes in it, aliases followed.</param>
internal abstract record StackYaml(YamlPlace Place, long Size)
{
    /// <summary>Whether there is nothing in it: null, an empty list or an empty map.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>The same as JSON.</summary>
    /// <param name="secret">Stands in for each encrypted text.</param>
    public abstract JsonNode? ToJson(Func<string> secret);
}

/// <summary>A text, number, flag or null.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Kind">What it was resolved to.</param>
/// <param name="Value">The value; null for null.</param>
internal sealed record YamlScalar(YamlPlace Place, YamlKind Kind, JsonValue? Value) : StackYaml(Place, 1)
{
    public override bool IsEmpty => Value is null;

    /// <summary>The value as Pulumi hands a program what is no list and no map; null is an empty text.</summary>
    public string Text => Value is null ? "" : Kind is YamlKind.Text or YamlKind.Time ? Value.GetValue<string>() : Value.ToJsonString();

    public override JsonNode? ToJson(Func<string> secret) => Value?.DeepClone();
}

/// <summary>A list.</summary>
internal sealed record YamlList(YamlPlace Place, IReadOnlyList<StackYaml> Items) : StackYaml(Place, 1 + Items.Sum(item => item.Size))
{
    public override bool IsEmpty => Items.Count == 0;

    public override JsonNode ToJson(Func<string> secret) => new JsonArray([.. Items.Select(item => item.ToJson(secret))]);
}

/// <summary>A map, with what it merges.</summary>
internal sealed record YamlMap(YamlPlace Place, IReadOnlyList<YamlMember> Members) : StackYaml(
    Place, 1 + Members.Sum(member => member.Value.Size))
{
    public override bool IsEmpty => Members.Count == 0;

    /// <summary>Whether it is how Pulumi writes an encrypted text.</summary>
    public bool IsEncrypted => Members is [{ Key: "secure", Value: YamlScalar { Kind: YamlKind.Text } }];

    /// <summary>The member of that key; null where there is none.</summary>
    public YamlMember? Find(string key) => Members.FirstOrDefault(member => member.Key == key);

    public override JsonNode ToJson(Func<string> secret) => IsEncrypted
        ? JsonValue.Create(secret())
        : new JsonObject(Members.Select(member => KeyValuePair.Create(member.Key, member.Value.ToJson(secret))));
}

/// <summary>A member of a map.</summary>
internal sealed record YamlMember(string Key, YamlPlace Place, StackYaml Value);
