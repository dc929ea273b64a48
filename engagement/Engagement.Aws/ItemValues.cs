using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Engagement.Aws;

/// <summary>Values as attributes of an item of DynamoDB, and back.</summary>
public static class ItemValues
{
    /// <summary>A text.</summary>
    public static AttributeValue Text(string value) => new() { S = value };

    /// <summary>A whole number.</summary>
    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    /// <summary>A map, which may be empty.</summary>
    public static AttributeValue Map(Dictionary<string, AttributeValue> members) => new() { M = members, IsMSet = true };

    /// <summary>A whole number, read back.</summary>
    public static long LongOf(AttributeValue value) => long.Parse(value.N, CultureInfo.InvariantCulture);

    /// <summary>The members of a map; none where there is no such map, as a state machine or a hand may have left it out.</summary>
    public static Dictionary<string, AttributeValue> MapOf(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var map) && map.M is { } members ? members : [];

    /// <summary>An instant that is kept as a text in ISO 8601, read back; one without an offset is in UTC.</summary>
    public static DateTimeOffset InstantOf(AttributeValue value) =>
        DateTimeOffset.Parse(value.S, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
