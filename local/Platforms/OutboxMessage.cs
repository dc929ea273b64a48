namespace Engagement.Local.Platforms;

/// <summary>A message that was sent to one recipient, whether it arrived or not. The shape is the same on every platform.</summary>
internal sealed record OutboxMessage
{
    /// <summary>Names it among all messages.</summary>
    public required string Id { get; init; }

    /// <summary>When, by the cloud's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Such as <c>EMAIL</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Where it went; null where it failed before an address was looked at.</summary>
    public string? Address { get; init; }

    /// <summary>The endpoint that it went to; null where the service that sends knows addresses alone.</summary>
    public string? EndpointId { get; init; }

    /// <summary>What of the definitions it is of; null for a message of something else.</summary>
    public MessageOrigin? Origin { get; init; }

    /// <summary>Who it comes from; null where the channel's setting says that.</summary>
    public string? From { get; init; }

    /// <summary>Subject of an e-mail or title of a push notification, otherwise null.</summary>
    public string? Subject { get; init; }

    /// <summary>HTML of an e-mail where it has any.</summary>
    public string? Html { get; init; }

    /// <summary>Text of anything, where it has any.</summary>
    public string? Text { get; init; }

    /// <summary>Headers that the sender added.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Tags by which its feedback finds what it is of.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>Why it did not arrive; null where it did.</summary>
    public string? Failure { get; init; }
}
