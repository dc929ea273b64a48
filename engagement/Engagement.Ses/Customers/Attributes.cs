using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Customers;

namespace Engagement.Ses.Customers;

/// <summary>Lists, maps and values with their updates as attributes of an item, and back.</summary>
internal static class Attributes
{
    private const string At = "at";
    private const string By = "by";

    public static AttributeValue Map<T>(IReadOnlyDictionary<string, T> members, Func<T, AttributeValue> value) =>
        ItemValues.Map(members.ToDictionary(member => member.Key, member => value(member.Value)));

    public static Dictionary<string, T> MapOf<T>(
        Dictionary<string, AttributeValue> item, string name, Func<Dictionary<string, AttributeValue>, T> value) =>
        ItemValues.MapOf(item, name).ToDictionary(member => member.Key, member => value(member.Value.M), StringComparer.Ordinal);

    public static AttributeValue Stamped<T>(Stamped<T> stamped, Func<T, AttributeValue> value) => ItemValues.Map(new()
    {
        ["is"] = value(stamped.Value),
        [At] = AtOf(stamped.Stamp),
        [By] = ItemValues.Text(stamped.Stamp.Id),
    });

    public static Stamped<T> StampedOf<T>(Dictionary<string, AttributeValue> members, Func<AttributeValue, T> value) =>
        new(value(members["is"]), StampOf(members));

    /// <summary>An update alone.</summary>
    public static AttributeValue Stamp(UpdateStamp stamp) =>
        ItemValues.Map(new() { [At] = AtOf(stamp), [By] = ItemValues.Text(stamp.Id) });

    public static UpdateStamp StampOf(Dictionary<string, AttributeValue> members) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(ItemValues.LongOf(members[At])), members[By].S);

    private static AttributeValue AtOf(UpdateStamp stamp) => ItemValues.Number(stamp.At.ToUnixTimeMilliseconds());

    public static AttributeValue Texts(IReadOnlyList<string> values) => new() { L = [.. values.Select(ItemValues.Text)], IsLSet = true };

    public static IReadOnlyList<string> TextsOf(AttributeValue list) => [.. (list.L ?? []).Select(value => value.S)];
}
