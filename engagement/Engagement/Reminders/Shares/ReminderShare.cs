using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Customers;

namespace Engagement.Reminders.Shares;

/// <summary>
/// A message of the reminders' queue: an hour of a message for the customers of one shard of the index of dates, such as
/// <c>{"reminder":"visit.PT2H","hour":"2026-12-01T08:00:00+00:00","before":"2026-12-01T07:00:00+00:00","shard":3,"attempt":0}</c>.
/// </summary>
public sealed record ReminderShare
{
    /// <summary>The message's name: <see cref="ReminderMessage.Name"/>.</summary>
    [JsonPropertyName("reminder")]
    public required string Reminder { get; init; }

    /// <summary>The hour.</summary>
    [JsonPropertyName("hour")]
    public required DateTimeOffset Hour { get; init; }

    /// <summary>The hour before it that began; null when none had. Hours in between were missed.</summary>
    [JsonPropertyName("before")]
    public DateTimeOffset? Before { get; init; }

    /// <summary>Which shard, from 0.</summary>
    [JsonPropertyName("shard")]
    public required int Shard { get; init; }

    /// <summary>The last entry of the index that is done with; null at the beginning.</summary>
    [JsonPropertyName("after")]
    public string? After { get; init; }

    /// <summary>How often the customers who come next were tried in vain.</summary>
    [JsonPropertyName("attempt")]
    public int Attempt { get; init; }

    /// <summary>The hour that the message is at.</summary>
    [JsonIgnore]
    public SlidHour Slid => new(Hour, Before);

    /// <summary>Null when the text is no such message.</summary>
    public static ReminderShare? Parse(string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize(text, ReminderSharesJson.Default.ReminderShare) is
            {
                Reminder: not null, Shard: >= 0 and < IDateIndex.Shards, Attempt: >= 0,
            } share
                ? share
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The message's body.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReminderSharesJson.Default.ReminderShare);
}
