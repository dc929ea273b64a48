using System.Text.Json.Serialization;

namespace SlideReminders;

/// <summary>What was done, for an operator who invokes the function by hand.</summary>
/// <param name="Hour">The hour that the segments are at, at least.</param>
/// <param name="Slid">How many segments were moved.</param>
internal sealed record SlideAnswer([property: JsonPropertyName("hour")] DateTimeOffset Hour, [property: JsonPropertyName("slid")] int Slid);
