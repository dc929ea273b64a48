using System.Net;
using Engagement.Local.ApiGateway;
using Engagement.Local.Cloud;
using Engagement.Local.CloudWatch;
using Engagement.Local.Platforms;
using Engagement.Local.Sqs;

namespace Engagement.Local.Control;

/// <summary>
/// What became of the pixel's requests that were answered with success, told apart by request id. Each is, in the end, recorded, recorded
/// in part, rejected or
/// dead-lettered. Company events have sums of their own.
/// </summary>
internal sealed record Conservation
{
    /// <summary>Requests that the gateway answered 2xx.</summary>
    public required int Answered { get; init; }

    /// <summary>Of these, those that the platform has, with all that they say of their users, and that no queue brings again.</summary>
    public required int Recorded { get; init; }

    /// <summary>Of the others, those whose event the platform has, while it refused what they say of the endpoint and its user.</summary>
    public required int RecordedInPart { get; init; }

    /// <summary>Of the others, those that a rule rejected, with a reason.</summary>
    public required int Rejected { get; init; }

    /// <summary>Of the others, those that wait in a queue.</summary>
    public required int Queued { get; init; }

    /// <summary>Of the others, those that wait in a dead-letter queue.</summary>
    public required int DeadLettered { get; init; }

    /// <summary>What is left: lost. Never anything but 0 once an advance of the clock has settled.</summary>
    public int Unaccounted => Answered - Recorded - RecordedInPart - Rejected - Queued - DeadLettered;

    /// <summary>Events that the platform got more than once: its answer was lost, or it was asked again.</summary>
    public required int RecordedTwice { get; init; }

    /// <summary>The same of company events; null where the stack has none.</summary>
    public required CompanyEventConservation? CompanyEvents { get; init; }

    public static Conservation Count(LocalCloud cloud)
    {
        var companyEvents = CompanyEventSources.Find(cloud);
        var pixel = cloud.Graph.Find("aws:apigateway/restApi:RestApi", "pixel")?.Id;
        var left =
            cloud.Service<RestApis>().Answered.All.Where(answer => answer.ApiId == pixel)
                .Select(answer => answer.RequestId)
                .ToHashSet(StringComparer.Ordinal);
        var answered = left.Count;
        var submissions =
            RunningPlatform.From(cloud).Events
                .CountBy(recorded => recorded.EventId, StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal);
        var queues = cloud.Service<SqsService>().Bodies().ToLookup(queue => queue.IsDeadLetterQueue, queue => queue.Bodies);
        // The queues come first: what they bring again is not done with, though its event may be recorded already.
        return new()
        {
            Answered = answered,
            Queued = Take(left, queues[false].SelectMany(bodies => bodies).Select(RequestIdIn)),
            DeadLettered = Take(left, queues[true].SelectMany(bodies => bodies).Select(RequestIdIn)),
            RecordedInPart = Take(left, cloud.Service<Logs>().PartlyRecorded.Ids),
            Recorded = Take(left, submissions.Keys),
            Rejected = Take(left, cloud.Service<Logs>().Rejections.Ids),
            RecordedTwice = submissions.Count(submission => submission.Value > 1),
            CompanyEvents = companyEvents is null ? null : CompanyEventConservation.Count(companyEvents, cloud.Context.Clock.GetUtcNow()),
        };
    }

    private static int Take(HashSet<string> left, IEnumerable<string> ids) => ids.Count(left.Remove);

    // The first line of a stored request holds its id; other messages have none, and answer no request.
    private static string RequestIdIn(string body) =>
        body.Split('\n', 2)[0].Split('&').FirstOrDefault(pair => pair.StartsWith("id=", StringComparison.Ordinal)) is { } id
            ? WebUtility.UrlDecode(id["id=".Length..])
            : "";
}
