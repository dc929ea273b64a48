using System.Text.Json.Serialization;

namespace SlideReminders;

/// <summary>What a schedule hands in, as far as it matters here.</summary>
/// <param name="Time">When the schedule fired: an instant. A retried event carries the time of the first attempt.</param>
internal sealed record ScheduledEvent([property: JsonPropertyName("time")] DateTimeOffset? Time);
