using Engagement.Pixel;
using Engagement.Segments;

namespace Engagement.Journeys;

/// <summary>
/// An event as the conditions of <c>where</c> look at it: like a customer's endpoint with the event's attributes and metrics.
/// </summary>
/// <param name="Event">The event.</param>
internal readonly record struct OccurredEvent(PixelEvent Event) : ISegmentMember
{
    public string? UserId => null;

    public string? Channel => null;

    public string? Country => null;

    public string? Platform => null;

    public string? Make => null;

    public string? Model => null;

    public string? AppVersion => null;

    public IReadOnlyList<string>? UserAttribute(string name) => null;

    public IReadOnlyList<string>? Attribute(string name) => Event.Attributes.TryGetValue(name, out var value) ? [value] : null;

    public double? Metric(string name) => Event.Metrics.TryGetValue(name, out var value) ? value : null;
}
