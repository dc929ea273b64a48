using Amazon.DynamoDBv2.Model;
using Engagement.Customers;
using Engagement.Reminders;
using Engagement.Times;
using static Engagement.Aws.ItemValues;

namespace Engagement.Aws.Reminders;

/// <summary>
/// Items of the reminders' table:
/// <code>
/// id         S  slide/MESSAGE, or sent/MESSAGE/DATE/ENDPOINT: partition key
/// hour       S  ISO 8601, UTC: the hour that the segment was slid to, or that the message was sent in
/// before     S  of slide: the hour before that; of the first, the same
/// claimedAt  N  of sent: Unix milliseconds
/// expiresAt  N  of sent: Unix seconds, a month after the date, when no segment can hold it any more
/// </code>
/// </summary>
internal static class ReminderItem
{
    public const string Id = "id";
    public const string Hour = "hour";
    public const string Before = "before";
    public const string ClaimedAt = "claimedAt";
    public const string ExpiresAt = "expiresAt";

    /// <summary>Begins the ids of what was sent.</summary>
    public const string SentPrefix = "sent/";

    private static readonly TimeSpan KeptAfterDate = TimeSpan.FromDays(30);

    public static Dictionary<string, AttributeValue> KeyOf(string message) => new() { [Id] = Text($"slide/{message}") };

    public static Dictionary<string, AttributeValue> KeyOf(SentReminder reminder) =>
        new() { [Id] = Text($"{SentPrefix}{reminder.Message}/{IsoInstant.Format(reminder.Date)}/{reminder.EndpointId}") };

    public static Dictionary<string, AttributeValue> From(
        SentReminder reminder, DateTimeOffset hour, DateTimeOffset now) => new(KeyOf(reminder))
        {
            [Hour] = Instant(hour),
            [ClaimedAt] = Number(now.ToUnixTimeMilliseconds()),
            [ExpiresAt] = Number((reminder.Date + KeptAfterDate).ToUnixTimeSeconds()),
        };

    public static AttributeValue Instant(DateTimeOffset instant) => Text(IsoInstant.Format(instant));

    public static DateTimeOffset HourOf(Dictionary<string, AttributeValue> item) => InstantOf(item[Hour].S);

    public static SlidHour SlidHourOf(Dictionary<string, AttributeValue> item) => new(HourOf(item), InstantOf(item[Before].S));

    public static DateTimeOffset ClaimedAtOf(Dictionary<string, AttributeValue> item) =>
        DateTimeOffset.FromUnixTimeMilliseconds(LongOf(item[ClaimedAt]));

    /// <summary>The key of the endpoint that the id of what was sent names; null where the id is none.</summary>
    public static string? EndpointKeyOf(string sentId) =>
        sentId.Split('/', 4) is [_, _, _, var endpoint] ? CustomerId.EndpointKey(endpoint) : null;

    private static DateTimeOffset InstantOf(string text) =>
        IsoInstant.Parse(text) ?? throw new InvalidDataException($"The reminders' ledger holds the hour '{text}', which is no instant.");
}
