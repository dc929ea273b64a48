using System.Net;
using Amazon.Pinpoint.Model;
using Engagement.Pixel;
using Engagement.Times;

namespace Engagement.Pinpoint.Events;

/// <summary>A batch as Pinpoint's request, and its answer as an outcome.</summary>
internal static class PutEventsMapping
{
    // The SDK only reads a request, so that one serves all.
    private static readonly PublicEndpoint Unchanged = new();

    public static PutEventsRequest Request(string applicationId, EventBatch batch)
    {
        var items = new Dictionary<string, EventsBatch>(batch.Endpoints.Count, EndpointEvents.IdComparer);
        foreach (var endpoint in batch.Endpoints)
        {
            items.Add(endpoint.EndpointId, Item(endpoint));
        }

        return new() { ApplicationId = applicationId, EventsRequest = new() { BatchItem = items } };
    }

    /// <param name="answer">Pinpoint's answer.</param>
    /// <param name="batch">What was sent.</param>
    public static BatchAnswer Answer(EventsResponse? answer, EventBatch batch)
    {
        var events = new Dictionary<string, ItemOutcome>(batch.Count, StringComparer.Ordinal);
        var endpoints = new Dictionary<string, ItemOutcome>(batch.Endpoints.Count, EndpointEvents.IdComparer);
        foreach (var (endpointId, item) in answer?.Results ?? [])
        {
            if (item.EndpointItemResponse is { } endpoint)
            {
                endpoints[endpointId] = Outcome(endpoint.StatusCode, endpoint.Message);
            }

            foreach (var (eventId, result) in item.EventsItemResponse ?? [])
            {
                events[eventId] = Outcome(result.StatusCode, result.Message);
            }
        }

        return new(events, endpoints);
    }

    private static EventsBatch Item(EndpointEvents endpoint)
    {
        var events = new Dictionary<string, Event>(endpoint.Events.Count, StringComparer.Ordinal);
        foreach (var pending in endpoint.Events)
        {
            events.Add(pending.Event.RequestId, Event(pending.Event));
        }

        return new() { Endpoint = endpoint.User is { } user ? new() { User = User(user) } : Unchanged, Events = events };
    }

    private static Event Event(PixelEvent recorded) => new()
    {
        EventType = recorded.Type,
        Timestamp = IsoInstant.FormatMilliseconds(recorded.At),
        Attributes = Members(recorded.Attributes),
        Metrics = Members(recorded.Metrics),
    };

    // The SDK only reads a request, so that the event's own dictionary serves where it is one. Absent is not the same as empty.
    private static Dictionary<string, TValue>? Members<TValue>(IReadOnlyDictionary<string, TValue> members) =>
        members.Count == 0 ? null : members as Dictionary<string, TValue> ?? new(members, StringComparer.Ordinal);

    // Pinpoint keeps lists of values; an update replaces the whole list of each attribute that it names.
    private static EndpointUser User(UserUpdate update) => new()
    {
        UserId = update.UserId,
        UserAttributes = update.Attributes.Count == 0 ? null : update.Attributes.ToDictionary(
            attribute => attribute.Key, attribute => attribute.Value.Length == 0 ? [] : new List<string> { attribute.Value }),
    };

    private static ItemOutcome Outcome(int? status, string? message) => new(
        status switch
        {
            (int)HttpStatusCode.Accepted => ItemStatus.Accepted,
            (int)HttpStatusCode.BadRequest => ItemStatus.Refused,
            _ => ItemStatus.Failed,
        },
        message);
}
