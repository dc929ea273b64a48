using Engagement.Local.Pinpoint.Endpoints;

namespace Engagement.Local.Pinpoint.Events;

/// <summary>Body of PutEvents.</summary>
/// <param name="BatchItem">Endpoints with their events, by endpoint id.</param>
internal sealed record EventsRequest(IReadOnlyDictionary<string, EventsBatch?>? BatchItem);

/// <summary>An endpoint and its events by event id; both members are required, the endpoint may be empty.</summary>
/// <param name="Endpoint">What to change of the endpoint.</param>
/// <param name="Events">The events.</param>
internal sealed record EventsBatch(EndpointRequest? Endpoint, IReadOnlyDictionary<string, Event?>? Events);

/// <summary>One event as the caller gives it.</summary>
internal sealed record Event
{
    public string? AppPackageName { get; init; }

    public string? AppTitle { get; init; }

    public string? AppVersionCode { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    public string? ClientSdkVersion { get; init; }

    public string? EventType { get; init; }

    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    public string? SdkName { get; init; }

    public Session? Session { get; init; }

    public string? Timestamp { get; init; }
}

/// <summary>The session of an event; the duration is in milliseconds.</summary>
internal sealed record Session
{
    public long? Duration { get; init; }

    public string? Id { get; init; }

    public string? StartTimestamp { get; init; }

    public string? StopTimestamp { get; init; }
}

/// <summary>Answer to PutEvents.</summary>
/// <param name="Results">What became of each endpoint and event, by endpoint id as the request wrote it.</param>
internal sealed record EventsResponse(IReadOnlyDictionary<string, ItemResponse> Results);

/// <summary>What became of one endpoint and its events.</summary>
/// <param name="EndpointItemResponse">The endpoint.</param>
/// <param name="EventsItemResponse">Each event by its id.</param>
internal sealed record ItemResponse(ItemResult EndpointItemResponse, IReadOnlyDictionary<string, ItemResult> EventsItemResponse);

/// <summary>What became of one item: 202 or 400 with the reason.</summary>
/// <param name="StatusCode">202 or 400.</param>
/// <param name="Message"><c>Accepted</c> or the reason.</param>
internal sealed record ItemResult(int StatusCode, string Message)
{
    /// <summary>The item was taken.</summary>
    public static ItemResult Accepted { get; } = new(202, "Accepted");

    /// <summary>The item was refused, and why.</summary>
    public static ItemResult Refused(string reason) => new(400, reason);
}
