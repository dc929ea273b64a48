using Engagement.Local.Lambda;

namespace Engagement.Local.EventSources;

/// <summary>A message that a function was given, and when the function had it.</summary>
internal sealed record DeliveredMessage
{
    public required string MessageId { get; init; }

    public required string Body { get; init; }

    /// <summary>The queue.</summary>
    public required string QueueArn { get; init; }

    /// <summary>The function.</summary>
    public required FunctionConfiguration Function { get; init; }

    /// <summary>How many messages the invocation had.</summary>
    public required int BatchSize { get; init; }

    /// <summary>When the function got it, and when it had ended.</summary>
    public required (DateTimeOffset Begin, DateTimeOffset End) Time { get; init; }

    /// <summary>How many AWS calls there were before and after.</summary>
    public required (long Before, long After) Calls { get; init; }

    /// <summary>How many log lines there were before and after.</summary>
    public required (long Before, long After) Lines { get; init; }

    /// <summary>Whether the function gave it back, so that the queue brings it again.</summary>
    public required bool CameBack { get; init; }
}
