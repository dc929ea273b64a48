using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Engagement.Customers;
using Engagement.Journeys;
using static Engagement.Aws.ItemValues;

namespace Engagement.Aws.Journeys;

/// <summary>
/// A customer's journeys as an item. Instants are texts in ISO 8601, UTC, always of the same length:
/// <code>
/// id         S  the endpoint's key: partition key of the table
/// endpoint   S  the endpoint's id as it was spelled first
/// revision   N  counts the writes; the first is the time in milliseconds, which no deleted item had
/// writer     S  who wrote it, so that a writer whose answer was lost knows its own; gone after a note
/// seen/TYPE  S  when an event of the type happened last. An attribute each, so that one is written without a read
/// in         M  by the journey's name: M { id, at, since, version, step, anchor, due, sent L of S, runner S?, claim M { template, at }? }
/// entered    M  by the journey's name: S
/// refused    M  by the journey's name: S
/// sends      L  of S
/// shard      S  while the customer is in a journey: partition key of the index "shard", which projects the keys and "in"
/// due        S  sort key of the index
/// expiresAt  N  Unix seconds, 400 days after the latest write, which is more than the longest journey and the longest "again"
/// </code>
/// </summary>
internal static class CustomerJourneysItem
{
    public const string Id = "id";
    public const string Endpoint = "endpoint";
    public const string Revision = "revision";
    public const string Writer = "writer";
    public const string Shard = "shard";
    public const string Due = "due";
    public const string ExpiresAt = "expiresAt";
    public const string Inside = "in";
    private const string SeenPrefix = "seen/";
    private const string Entered = "entered";
    private const string Refused = "refused";
    private const string Sends = "sends";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public static Dictionary<string, AttributeValue> KeyOf(string endpointId) => new() { [Id] = Text(CustomerId.EndpointKey(endpointId)) };

    public static string SeenOf(string eventType) => SeenPrefix + eventType;

    public static AttributeValue Expiry(DateTimeOffset now) => Number((now + Kept).ToUnixTimeSeconds());

    public static AttributeValue ShardOf(int shard) => Text(shard.ToString("00", CultureInfo.InvariantCulture));

    public static AttributeValue Instant(DateTimeOffset at) =>
        Text(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));

    public static Dictionary<string, AttributeValue> From(CustomerJourneys customer, DateTimeOffset now)
    {
        var item = KeyOf(customer.EndpointId);
        item[Endpoint] = Text(customer.EndpointId);
        item[Revision] = Number(customer.Revision);
        item[Inside] = ByName(customer.Enrollments, EnrollmentItem.From);
        item[Entered] = ByName(customer.LastEntered, Instant);
        item[Refused] = ByName(customer.LastRefused, Instant);
        item[Sends] = new() { L = [.. customer.Sends.Select(Instant)], IsLSet = true };
        item[ExpiresAt] = Expiry(now);
        foreach (var (type, at) in customer.Seen)
        {
            item[SeenOf(type)] = Instant(at);
        }

        if (customer.Due is { } due)
        {
            item[Shard] = ShardOf(ShardOf(item[Id].S));
            item[Due] = Instant(due);
        }

        return item;
    }

    public static CustomerJourneys Read(Dictionary<string, AttributeValue> item) => new()
    {
        EndpointId = item[Endpoint].S,
        Revision = LongOf(item[Revision]),
        Seen = item.Where(each => each.Key.StartsWith(SeenPrefix, StringComparison.Ordinal))
            .ToDictionary(each => each.Key[SeenPrefix.Length..], each => InstantOf(each.Value), StringComparer.Ordinal),
        Enrollments = EnrollmentsOf(item).ToDictionary(entry => entry.Journey, StringComparer.Ordinal),
        LastEntered = InstantsOf(item, Entered),
        LastRefused = InstantsOf(item, Refused),
        Sends = [.. (item.GetValueOrDefault(Sends)?.L ?? []).Select(InstantOf)],
    };

    public static IEnumerable<Enrollment> EnrollmentsOf(Dictionary<string, AttributeValue> item) =>
        MapOf(item, Inside).Select(each => EnrollmentItem.Read(each.Key, each.Value.M));

    private static Dictionary<string, DateTimeOffset> InstantsOf(Dictionary<string, AttributeValue> item, string name) =>
        MapOf(item, name).ToDictionary(each => each.Key, each => InstantOf(each.Value), StringComparer.Ordinal);

    private static AttributeValue ByName<T>(IReadOnlyDictionary<string, T> values, Func<T, AttributeValue> value) =>
        Map(values.ToDictionary(each => each.Key, each => value(each.Value), StringComparer.Ordinal));

    // FNV-1a: the same on every machine and in every version.
    private static int ShardOf(string id)
    {
        var hash = 2_166_136_261u;
        foreach (var unit in Encoding.UTF8.GetBytes(id))
        {
            hash = unchecked((hash ^ unit) * 16_777_619u);
        }

        return (int)(hash % IDueJourneys.Shards);
    }
}
