using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Engagement.Customers;
using Engagement.Journeys;
using static Engagement.Aws.ItemValues;

namespace Engagement.Aws.Journeys;

/// <summary>
/// A note of the history as an item:
/// <code>
/// customer   S  the endpoint's key: partition key
/// note       S  INSTANT#JOURNEY#EVENT#STEP#OUTCOME#REASON: sort key, so that the same note once more is the same item
/// version    S
/// template   S? of a step that sends
/// expiresAt  N  Unix seconds, 400 days after the note
/// </code>
/// </summary>
internal static class JourneyNoteItem
{
    public const string Customer = "customer";
    public const string Note = "note";
    private const string Version = "version";
    private const string Template = "template";
    private const string ExpiresAt = "expiresAt";
    private const char Separator = '#';

    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public static AttributeValue CustomerOf(string endpointId) => Text(CustomerId.EndpointKey(endpointId));

    public static Dictionary<string, AttributeValue> From(string endpointId, JourneyNote note)
    {
        var item = new Dictionary<string, AttributeValue>
        {
            [Customer] = CustomerOf(endpointId),
            [Note] = Text(string.Join(
                Separator, Instant(note.At), note.Journey, note.Entry, note.Step, NameOf(note.Outcome), note.Reason ?? "")),
            [Version] = Text(note.Version),
            [ExpiresAt] = Number((note.At + Kept).ToUnixTimeSeconds()),
        };
        if (note.Template is { } template)
        {
            item[Template] = Text(template);
        }

        return item;
    }

    public static JourneyNote Read(Dictionary<string, AttributeValue> item)
    {
        var parts = item[Note].S.Split(Separator);
        return new(
            InstantOf(Text(parts[0])),
            parts[1],
            item[Version].S,
            parts[2],
            parts[3],
            Enum.Parse<JourneyOutcome>(parts[4], ignoreCase: true),
            parts[5].Length == 0 ? null : parts[5],
            item.GetValueOrDefault(Template)?.S);
    }

    private static string NameOf(JourneyOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
