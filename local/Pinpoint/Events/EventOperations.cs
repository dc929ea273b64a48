using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Events;

/// <summary>PutEvents.</summary>
internal sealed class EventOperations(
    ApplicationStore applications, EventLog log, Action<Application, RecordedEvent> occurred, TimeProvider clock)
{
    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("PutEvents", "POST", "/v1/apps/{application-id}/events", "apps/{application-id}/events", Put),
    ];

    private AwsResponse Put(PinpointCall call)
    {
        var application = applications.Get(call.ApplicationId);
        var request = call.Body(PinpointJson.Wire.EventsRequest, nullsInLists: true);
        EventRules.CheckRequest(request, call.Request.Body.Length);
        var results = request.BatchItem!.ToDictionary(
            item => item.Key,
            item => new ItemResponse(
                UpdateEndpoint(application, item.Key, item.Value!.Endpoint!, call.RequestId),
                Record(application, item.Key, item.Value.Events!, call.Request.Body.Length > EventRules.MaximumEvent)),
            StringComparer.Ordinal);
        return call.Answer(202, new EventsResponse(results), PinpointJson.Wire.EventsResponse);
    }

    private static ItemResult UpdateEndpoint(Application application, string endpointId, EndpointRequest change, string requestId)
    {
        try
        {
            application.Endpoints.Update([(endpointId, change)], requestId);
            return ItemResult.Accepted;
        }
        catch (AwsException refused) when (refused.Code == "BadRequestException")
        {
            return ItemResult.Refused(refused.Message);
        }
    }

    /// <summary>
    /// Keeps the valid events of an endpoint, also where the endpoint's own change was refused: each item of a request stands alone.
    /// </summary>
    private Dictionary<string, ItemResult> Record(
        Application application, string endpointId, IReadOnlyDictionary<string, Event?> events, bool mayBeTooLarge)
    {
        var storedId = application.Endpoints.StoredId(endpointId);
        var results = new Dictionary<string, ItemResult>(StringComparer.Ordinal);
        var accepted = new List<RecordedEvent>(events.Count);
        foreach (var (eventId, candidate) in events)
        {
            var problem = EventRules.Problem(candidate, mayBeTooLarge)
                ?? application.EventNames.Register(candidate!.EventType!, candidate.Attributes?.Keys ?? [], candidate.Metrics?.Keys ?? []);
            results[eventId] = problem is null ? ItemResult.Accepted : ItemResult.Refused(problem);
            if (problem is null)
            {
                accepted.Add(Recorded(application, storedId, eventId, candidate!));
                application.Activity.Seen(storedId, accepted[^1].Timestamp);
            }
        }

        log.Add(accepted);
        accepted.ForEach(each => occurred(application, each));
        return results;
    }

    private RecordedEvent Recorded(Application application, string endpointId, string eventId, Event accepted) => new()
    {
        ApplicationId = application.Id,
        EndpointId = endpointId,
        EventId = eventId,
        EventType = application.EventNames.Type(accepted.EventType!),
        Timestamp = Iso8601.TryParse(accepted.Timestamp!, out var timestamp)
            ? timestamp
            : throw new FormatException("The timestamp was checked before."),
        RecordedAt = clock.GetUtcNow(),
        Attributes = application.EventNames.Attributes(accepted.Attributes),
        Metrics = application.EventNames.Metrics(accepted.Metrics),
    };
}
