namespace Engagement.Functions;

/// <summary>A message of a queue.</summary>
/// <param name="Id">What the queue calls the message.</param>
/// <param name="Body">The message's text; null when the body is no text.</param>
public sealed record QueueMessage(string Id, string? Body)
{
    /// <summary>When it was put into the queue; null where the caller does not say.</summary>
    public DateTimeOffset? SentAt { get; init; }
}
