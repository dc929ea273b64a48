using System.Net;
using Engagement.Local.Cloud;

namespace Engagement.Local.Control;

/// <summary>
/// What became of the requests that were answered with success, told apart by request id. Each is, in the end, recorded, rejected or dead-lettered.
/// </summary>
internal sealed record Conservation
{
    /// <summary>Requests that the gateway answered 2xx.</summary>
    public required int Answered { get; init; }

    /// <summary>Of these, those that Pinpoint has.</summary>
    public required int Recorded { get; init; }

    /// <summary>Of the others, those that a rule rejected, with a reason.</summary>
    public required int Rejected { get; init; }

    /// <summary>Of the rest, those that wait in a queue.</summary>
    public required int Queued { get; init; }

    /// <summary>Of the rest, those that wait in a dead-letter queue.</summary>
    public required int DeadLettered { get; init; }

    /// <summary>What is left: lost. Never anything but 0 once an advance of the clock has settled.</summary>
    public int Unaccounted => Answered - Recorded - Rejected - Queued - DeadLettered;

    /// <summary>Events that Pinpoint got more than once: its answer was lost, or it was asked again.</summary>
    public required int RecordedTwice { get; init; }

    public static Conservation Of(LocalCloud cloud)
    {
        var left = new HashSet<string>(cloud.RestApis.Answered.Ids, StringComparer.Ordinal);
        var answered = left.Count;
        var submissions = cloud.Pinpoint.Events.Find().CountBy(recorded => recorded.EventId, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var queues = cloud.Sqs.Bodies().ToLookup(queue => queue.IsDeadLetterQueue, queue => queue.Bodies);
        return new()
        {
            Answered = answered,
            Recorded = Take(left, submissions.Keys),
            Rejected = Take(left, cloud.Logs.Rejections.Ids),
            Queued = Take(left, queues[false].SelectMany(bodies => bodies).Select(RequestIdIn)),
            DeadLettered = Take(left, queues[true].SelectMany(bodies => bodies).Select(RequestIdIn)),
            RecordedTwice = submissions.Count(submission => submission.Value > 1),
        };
    }

    private static int Take(HashSet<string> left, IEnumerable<string> ids) => ids.Count(left.Remove);

    // The first line of a stored request holds its id; other messages have none, and are nobody's answer.
    private static string RequestIdIn(string body) =>
        body.Split('\n', 2)[0].Split('&').FirstOrDefault(pair => pair.StartsWith("id=", StringComparison.Ordinal)) is { } id
            ? WebUtility.UrlDecode(id["id=".Length..])
            : "";
}
