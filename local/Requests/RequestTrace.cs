using Engagement.Local.ApiGateway;
using Engagement.Local.Cloud;
using Engagement.Local.CloudWatch;
using Engagement.Local.EventSources;
using Engagement.Local.Lambda;
using Engagement.Local.Platforms;
using Engagement.Local.Sqs;

namespace Engagement.Local.Requests;

/// <summary>The way of one request of the pixel: what the gateway did with it, which functions had it, and what was stored.</summary>
internal sealed record RequestTrace
{
    public required LoggedRequest Request { get; init; }

    /// <summary>The gateway's own calls for it.</summary>
    public required IReadOnlyList<AwsCall> Calls { get; init; }

    /// <summary>The queue's message; null while none is known.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the message still waits in a queue, and whether that holds what was given up.</summary>
    public QueuedRequest? Queued { get; init; }

    /// <summary>The invocations that had the message, oldest first.</summary>
    public required IReadOnlyList<TracedInvocation> Invocations { get; init; }

    /// <summary>The event as the platform recorded it; null where it has not.</summary>
    public ObservedEvent? Recorded { get; init; }

    /// <summary>The endpoint as it is now; null where the event was not recorded.</summary>
    public object? Endpoint { get; init; }

    /// <summary>Why a rule rejected it; null where none did.</summary>
    public LoggedRejection? Rejection { get; init; }

    /// <summary>What the platform refused to record of its user; null where nothing.</summary>
    public object? RecordedInPart { get; init; }

    /// <summary>Finds what is known of a request.</summary>
    public static RequestTrace Find(LocalCloud cloud, LoggedRequest request)
    {
        var deliveries = cloud.Service<EventSourceMappings>().Delivered.Where(delivered => IsOf(request, delivered.Body)).ToList();
        var waiting = cloud.Service<SqsService>().Bodies()
            .SelectMany(queue => queue.Bodies, (queue, body) => (queue.IsDeadLetterQueue, Body: body))
            .FirstOrDefault(message => IsOf(request, message.Body));
        var (platform, logs) = (RunningPlatform.From(cloud), cloud.Service<Logs>());
        var rejection = logs.Rejections.All.LastOrDefault(each => each.Id == request.Id);
        var recorded = rejection is null ? platform.NewestEvents.FirstOrDefault(each => each.EventId == request.Id) : null;
        return new()
        {
            Request = request,
            Calls = [.. cloud.Calls.Latest.Where(call => request.TraceId is not null && call.TraceId == request.TraceId)],
            Message = waiting.Body ?? deliveries.FirstOrDefault()?.Body,
            Queued = waiting.Body is null ? null : new(waiting.IsDeadLetterQueue),
            Invocations = [.. deliveries.Select(delivered => TracedInvocation.Find(cloud, delivered))],
            Recorded = recorded,
            Endpoint = recorded is null ? null : platform.Endpoint(recorded.EndpointId),
            Rejection = rejection,
            RecordedInPart = logs.PartlyRecorded.All.LastOrDefault(each => each.Id == request.Id),
        };
    }

    // The message begins with the request's id, which only the gateway makes.
    private static bool IsOf(LoggedRequest request, string body) => body.StartsWith($"id={request.Id}&", StringComparison.Ordinal);
}
