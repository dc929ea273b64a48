using Engagement.Local.Cloud;
using Engagement.Local.CloudWatch;
using Engagement.Local.EventSources;
using Engagement.Local.Lambda;

namespace Engagement.Local.Requests;

/// <summary>What a function did while it had a message. It may have had others, and other processes of it may have run meanwhile.</summary>
internal sealed record TracedInvocation
{
    /// <summary>The function's name.</summary>
    public required string Function { get; init; }

    /// <summary>How many messages the invocation had.</summary>
    public required int Messages { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Whether it gave the message back, so that the queue brings it again.</summary>
    public required bool CameBack { get; init; }

    /// <summary>The function's lines meanwhile.</summary>
    public required IReadOnlyList<LogLine> Lines { get; init; }

    /// <summary>What its role called meanwhile.</summary>
    public required IReadOnlyList<AwsCall> Calls { get; init; }

    public static TracedInvocation Find(LocalCloud cloud, DeliveredMessage delivered) => new()
    {
        Function = delivered.Function.Name,
        Messages = delivered.BatchSize,
        BeganAt = delivered.Time.Begin,
        EndedAt = delivered.Time.End,
        CameBack = delivered.CameBack,
        Lines = cloud.Service<LambdaService>().Definition(delivered.Function.Arn)?.LogGroup is not { } group
            ? []
            : [.. cloud.Service<Logs>().Lines(group).Where(line => IsWithin(delivered.Lines, line.Number))],
        Calls =
        [
            .. cloud.Calls.Latest.Where(call => call.Principal == delivered.Function.Role && IsWithin(delivered.Calls, call.Number)),
        ],
    };

    private static bool IsWithin((long Before, long After) counts, long number) => number > counts.Before && number <= counts.After;
}
