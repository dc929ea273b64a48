using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Engagement.Customers;

namespace Engagement.Ses.Customers;

/// <summary>Values as attributes of an item, and back.</summary>
internal static class Attributes
{
    private const string At = "at";
    private const string By = "by";

    public static AttributeValue Text(string value) => new() { S = value };

    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    public static AttributeValue Map(Dictionary<string, AttributeValue> members) => new() { M = members, IsMSet = true };

    public static AttributeValue Map<T>(IReadOnlyDictionary<string, T> members, Func<T, AttributeValue> value) =>
        Map(members.ToDictionary(member => member.Key, member => value(member.Value)));

    /// <summary>The members of a map; none where there is no such map.</summary>
    public static Dictionary<string, AttributeValue> MapOf(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var map) && map.M is { } members ? members : [];

    public static Dictionary<string, T> MapOf<T>(
        Dictionary<string, AttributeValue> item, string name, Func<Dictionary<string, AttributeValue>, T> value) =>
        MapOf(item, name).ToDictionary(member => member.Key, member => value(member.Value.M), StringComparer.Ordinal);

    public static AttributeValue Stamped<T>(Stamped<T> stamped, Func<T, AttributeValue> value) => Map(new()
    {
        ["is"] = value(stamped.Value),
        [At] = Number(stamped.Stamp.At.ToUnixTimeMilliseconds()),
        [By] = Text(stamped.Stamp.Id),
    });

    public static Stamped<T> StampedOf<T>(Dictionary<string, AttributeValue> members, Func<AttributeValue, T> value) =>
        new(value(members["is"]), new(DateTimeOffset.FromUnixTimeMilliseconds(LongOf(members[At])), members[By].S));

    public static AttributeValue Texts(IReadOnlyList<string> values) => new() { L = [.. values.Select(Text)], IsLSet = true };

    public static IReadOnlyList<string> TextsOf(AttributeValue list) => [.. (list.L ?? []).Select(value => value.S)];

    public static long LongOf(AttributeValue value) => long.Parse(value.N, CultureInfo.InvariantCulture);
}
