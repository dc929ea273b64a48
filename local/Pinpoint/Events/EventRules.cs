using System.Text.Json;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Events;

/// <summary>
/// Pinpoint's limits on events (developer guide, "Event ingestion quotas"). The texts of the attribute limits are the service's own, as
/// reported
/// in aws-amplify/amplify-js#9665 and #8959 and aws-amplify/amplify-android#2112; "less than" there means "at most" in the guide.
/// </summary>
internal static class EventRules
{
    /// <summary>Events in one request.</summary>
    public const int MaximumEvents = 100;

    /// <summary>One request, in bytes: 4 MB.</summary>
    public const int MaximumRequest = 4 * 1024 * 1024;

    /// <summary>One event as JSON, in bytes: 1,000 KB.</summary>
    public const int MaximumEvent = 1_000 * 1024;

    /// <summary>Attributes and metrics of one event together.</summary>
    public const int MaximumAttributes = 40;

    /// <summary>Longest attribute or metric name, in UTF-16 units.</summary>
    public const int MaximumName = 50;

    /// <summary>Longest attribute value, in UTF-16 units.</summary>
    public const int MaximumValue = 200;

    /// <summary>Checks a request as a whole.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: a required member is missing, or there is too much of it.</exception>
    public static void CheckRequest(EventsRequest request, int bodySize)
    {
        if (bodySize > MaximumRequest)
        {
            throw PinpointError.BadRequest($"A PutEvents request has at most {MaximumRequest} bytes.");
        }

        var items = request.BatchItem ?? throw PinpointError.BadRequest("BatchItem is missing.");
        if (items.Values.Any(item => item is not { Endpoint: not null, Events: not null }))
        {
            throw PinpointError.BadRequest("Each item of BatchItem has an Endpoint and Events.");
        }

        if (items.Values.Sum(item => item!.Events!.Count) > MaximumEvents)
        {
            throw PinpointError.BadRequest($"A PutEvents request has at most {MaximumEvents} events.");
        }
    }

    /// <summary>Why an event is refused, or null where it is not.</summary>
    /// <param name="candidate">The event.</param>
    /// <param name="mayBeTooLarge">Whether the request is large enough for it to be over the size limit.</param>
    public static string? Problem(Event? candidate, bool mayBeTooLarge) => candidate switch
    {
        null => "The event is null.",
        { EventType: null or "" } => "EventType is missing.",
        { Timestamp: null or "" } => "Timestamp is missing.",
        _ when !Iso8601.TryParse(candidate.Timestamp, out _) => "Timestamp is not an ISO 8601 date and time.",
        _ when (candidate.Attributes?.Count ?? 0) + (candidate.Metrics?.Count ?? 0) > MaximumAttributes =>
            $"Number of attributes per event submitted should be less than {MaximumAttributes}.",
        _ when Names(candidate).Any(name => name.Length > MaximumName) => $"Event attribute key length should be less than {MaximumName}.",
        _ when candidate.Attributes?.Values.Any(value => value is null) == true => "An event attribute is null.",
        _ when candidate.Attributes?.Values.Any(value => value!.Length > MaximumValue) == true =>
            $"Event attribute value length should be less than {MaximumValue}",
        _ when mayBeTooLarge && JsonSerializer.SerializeToUtf8Bytes(candidate, PinpointJson.Wire.Event).Length > MaximumEvent =>
            $"An event has at most {MaximumEvent} bytes.",
        { Session: { } session } => Problem(session),
        _ => null,
    };

    private static IEnumerable<string> Names(Event candidate) => (candidate.Attributes?.Keys ?? []).Concat(candidate.Metrics?.Keys ?? []);

    private static string? Problem(Session session)
    {
        if (string.IsNullOrEmpty(session.Id) || session.StartTimestamp is null)
        {
            return "A session has an Id and a StartTimestamp.";
        }

        DateTimeOffset stop = default;
        if (!Iso8601.TryParse(session.StartTimestamp, out var start)
            || (session.StopTimestamp is { } stopped && !Iso8601.TryParse(stopped, out stop)))
        {
            return "A session's timestamp is not an ISO 8601 date and time.";
        }

        // The service's own text; it is kept as a comment in DavidWells/analytics, packages/analytics-plugin-aws-pinpoint.
        return session is { StopTimestamp: not null, Duration: { } duration } && (stop - start).TotalMilliseconds != duration
            ? "Session duration in milliseconds must be equal to the difference of start and stop timestamp"
            : null;
    }
}
