using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Protocol;

namespace Engagement.Local.DynamoDb.Values;

/// <summary>Items and keys: attributes by name.</summary>
internal static class Item
{
    /// <summary>Largest item in bytes, names included, from the service quotas.</summary>
    public const int LargestSize = 400 * 1024;

    public static ImmutableDictionary<string, AttributeValue> Empty { get; } = ImmutableDictionary.Create<string, AttributeValue>(StringComparer.Ordinal);

    public static ImmutableDictionary<string, AttributeValue> Read(JsonNode? json) => json is JsonObject members
        ? Empty.AddRange(members.Select(member => KeyValuePair.Create(member.Key, AttributeValueReader.Read(member.Value))))
        : throw DynamoError.Validation("Attributes are a JSON object of names and typed values.");

    public static JsonObject ToJson(ImmutableDictionary<string, AttributeValue> item) =>
        new(item.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)attribute.Value.ToJson())));

    public static int SizeOf(ImmutableDictionary<string, AttributeValue> item) => item.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + attribute.Value.Size);
}
