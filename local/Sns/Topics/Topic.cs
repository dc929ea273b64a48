using System.Collections.Concurrent;

namespace Engagement.Local.Sns.Topics;

/// <summary>A topic and who has subscribed to it.</summary>
internal sealed class Topic(string name, string arn)
{
    public string Name => name;

    public string Arn => arn;

    public string DisplayName { get; set; } = "";

    /// <summary>The policy, JSON: which callers beside the account's may publish. Null where no other caller may.</summary>
    public string? Policy { get; set; }

    /// <summary>By their ARNs.</summary>
    public ConcurrentDictionary<string, Subscription> Subscriptions { get; } = new(StringComparer.Ordinal);
}

/// <summary>A subscription.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Protocol"><c>sqs</c>, <c>lambda</c> or <c>email</c>.</param>
/// <param name="Endpoint">ARN or address.</param>
/// <param name="Raw">Whether a queue gets the message itself, not the notification that holds it.</param>
internal sealed record Subscription(string Arn, string Protocol, string Endpoint, bool Raw);

/// <summary>A message that was published, as the control API shows it.</summary>
internal sealed record PublishedMessage(DateTimeOffset At, string TopicArn, string MessageId, string? Subject, string Message);
