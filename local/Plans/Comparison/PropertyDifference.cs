using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Local.Plans.Comparison;

/// <summary>The difference between two values, as deep as it can be told: by key in maps, by what names an item in lists.</summary>
internal static class PropertyDifference
{
    // What AWS's and our own documents name the items of a list by.
    private static readonly string[] Names = ["Sid", "name", "Name", "id", "Id", "ID", "key"];

    /// <param name="path">Where the values are.</param>
    /// <param name="before">Value before; null where there was none.</param>
    /// <param name="after">Value now; null where there is none.</param>
    public static IEnumerable<PropertyChange> Between(string path, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        _ when JsonNode.DeepEquals(before, after) => [],
        (JsonObject from, JsonObject to) => Members(path, from, to),
        (JsonArray from, JsonArray to) when NameOf(from) is { } name && NameOf(to) == name =>
            Members($"{path}[", Named(from, name), Named(to, name)),
        (JsonArray from, JsonArray to) when IsList(from) && IsList(to) => [Items(path, from, to)],
        (JsonArray from, JsonArray to) when from.Count == to.Count =>
            from.Zip(to).SelectMany((pair, index) => Between($"{path}[{index}]", pair.First, pair.Second)),
        _ => [new(path, before, after)],
    };

    private static IEnumerable<PropertyChange> Members(string path, JsonObject from, JsonObject to) => from.Select(member => member.Key)
        .Union(to.Select(member => member.Key), StringComparer.Ordinal)
        .SelectMany(key => Between(path.EndsWith('[') ? $"{path}{key}]" : path.Length == 0 ? key : $"{path}.{key}", from[key], to[key]));

    // Of a list of texts, what came and what went is what people look for; only where nothing did is it the order.
    private static PropertyChange Items(string path, JsonArray from, JsonArray to)
    {
        var (gone, come) = (Without(from, to), Without(to, from));
        return gone.Count + come.Count == 0 ? new(path, from, to) : new(path, gone.Count == 0 ? null : gone, come.Count == 0 ? null : come);
    }

    private static JsonArray Without(JsonArray items, JsonArray others) =>
        [.. items.Where(item => !others.Any(other => JsonNode.DeepEquals(item, other))).Select(item => item?.DeepClone())];

    private static bool IsList(JsonArray items) => items.All(item => item is JsonValue);

    private static string? NameOf(JsonArray items) => Names.FirstOrDefault(name => items.Count > 0
        && items.All(item => item is JsonObject members && members[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String)
        && items.Select(item => (string)item![name]!).Distinct(StringComparer.Ordinal).Count() == items.Count);

    private static JsonObject Named(JsonArray items, string name) =>
        new(items.Select(item => KeyValuePair.Create((string)item![name]!, (JsonNode?)item.DeepClone())));
}
