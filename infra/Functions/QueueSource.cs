using Engagement.Infra.Iam;
using Engagement.Infra.Queues;

namespace Engagement.Infra.Functions;

/// <summary>The queue that a function consumes, and how.</summary>
internal sealed record QueueSource
{
    /// <summary>Name of the event source mapping.</summary>
    public required string Name { get; init; }

    public required ReliableQueue Queue { get; init; }

    /// <summary>Messages that one invocation gets at most, 1 to 10,000; above 10 it needs <see cref="WindowSeconds"/>.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Seconds that a batch may wait to fill, 1 to 300; null where each message is handed on at once.</summary>
    public int? WindowSeconds { get; init; }

    /// <summary>Invocations at once, 2 (the least that Lambda allows) to 1,000.</summary>
    public required int MaximumConcurrency { get; init; }

    /// <summary>Lets the function take messages.</summary>
    public Statement Statement => new("TakeRequests")
    {
        Actions = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
        Resources = [Queue.Queue.Arn],
    };
}
