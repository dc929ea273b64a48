using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Functions;
using Engagement.Reminders;

namespace Engagement.Pinpoint.Reminders;

/// <summary>The segment of one message.</summary>
/// <param name="Id">Pinpoint's id.</param>
/// <param name="Base">Id of the segment that its members belong to as well; null when there is none.</param>
public sealed record SlidingSegment(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("base"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Base = null)
{
    /// <summary>The dates of a segment that was never slid: no customer's.</summary>
    public static DateWindow NoDates { get; } = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch + HourSlot.Length);

    /// <summary>The name of a message's segment.</summary>
    public static string NameOf(ReminderMessage message) => $"reminder.{message.Name}";

    /// <summary>
    /// <c>SEGMENTS</c>: the segment of each message; a JSON object such as <c>{"appointment.PT2H":{"id":"…","base":"…"}}</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, SlidingSegment> ReadAll(EnvironmentReader environment) =>
        environment.Required("SEGMENTS", Parse, "a JSON object of segments") ?? [];

    /// <summary>The text of the variable <c>SEGMENTS</c>, with the messages in their order.</summary>
    public static string WriteAll(IEnumerable<KeyValuePair<string, SlidingSegment>> segments) =>
        JsonSerializer.Serialize(new(segments), SlidingSegmentJson.Default.OrderedDictionaryStringSlidingSegment);

    private static OrderedDictionary<string, SlidingSegment>? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SlidingSegmentJson.Default.OrderedDictionaryStringSlidingSegment);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
