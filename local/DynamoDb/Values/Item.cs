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

    /// <summary>Longest name of an attribute in bytes, from the service quotas.</summary>
    public const int LongestName = 65_535;

    public static ImmutableDictionary<string, AttributeValue> Empty { get; } = ImmutableDictionary.Create<string, AttributeValue>(
        StringComparer.Ordinal);

    /// <param name="members">Typed values by name.</param>
    /// <param name="level">How many maps and lists they stand within.</param>
    /// <exception cref="Aws.AwsException">One of them is no value that DynamoDB takes, or has no name that it takes.</exception>
    public static ImmutableDictionary<string, AttributeValue> Read(JsonObject members, int level = 0) =>
        Empty.AddRange(
            members.Select(member => KeyValuePair.Create(Name(member.Key, level), AttributeValueReader.Read(member.Value, level))));

    public static JsonObject ToJson(ImmutableDictionary<string, AttributeValue> item) =>
        new(
            item.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute =>
                KeyValuePair.Create(attribute.Key, (JsonNode?)attribute.Value.ToJson())));

    /// <exception cref="Aws.AwsException">The item is too large.</exception>
    public static void CheckSize(
        ImmutableDictionary<string, AttributeValue> item, string problem = "Item size has exceeded the maximum allowed size")
    {
        if (SizeOf(item) > LargestSize)
        {
            throw DynamoError.Validation(problem);
        }
    }

    public static int SizeOf(ImmutableDictionary<string, AttributeValue> item) =>
        item.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + attribute.Value.Size);

    private static string Name(string name, int level) =>
        name.Length == 0 && level == 0 ? throw DynamoError.Invalid("An attribute name must not be empty")
        : Encoding.UTF8.GetByteCount(name) <= LongestName ? name
        : throw DynamoError.Invalid("Attribute name is too large, must be less than 65536 bytes");
}
