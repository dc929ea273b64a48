using System.Collections.ObjectModel;

namespace Engagement.Pixel;

/// <summary>An event to be recorded. Everything in it has been checked against the tracking plan and <see cref="Limits"/>.</summary>
public sealed record PixelEvent
{
    /// <summary>API Gateway's request id; also the event's id, so that a repeated delivery is the same event.</summary>
    public required string RequestId { get; init; }

    /// <summary>When the request arrived; also the event's time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Event type.</summary>
    public required string Type { get; init; }

    /// <summary>The endpoint that it happened to.</summary>
    public required string EndpointId { get; init; }

    /// <summary>Event attributes by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Event metrics by name; finite numbers.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>What a signed request says of the endpoint's user; null when it says nothing or is not signed.</summary>
    public UserUpdate? User { get; init; }
}
