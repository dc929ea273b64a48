using System.Text.Json.Serialization;

namespace SlideReminders.Sliding;

/// <summary>The segment of one message.</summary>
/// <param name="Id">Pinpoint's id.</param>
/// <param name="Base">Id of the segment that its members belong to as well; null when there is none.</param>
internal sealed record SlidingSegment(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("base"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Base = null);
