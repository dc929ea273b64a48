namespace Engagement.Local.Ses.Sending;

/// <summary>A message that SES accepted.</summary>
internal sealed record SentMail
{
    /// <summary>When, by the cloud's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public required string MessageId { get; init; }

    public required string From { get; init; }

    /// <summary>ARN of the identity that vouches for the sender.</summary>
    public required string IdentityArn { get; init; }

    /// <summary>Last part of the caller's ARN.</summary>
    public required string Caller { get; init; }

    public string? ConfigurationSet { get; init; }

    public required IReadOnlyList<string> To { get; init; }

    public IReadOnlyList<string> ReplyTo { get; init; } = [];

    public required string Subject { get; init; }

    public string? Html { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>Every recipient, carbon copies too, and what becomes of the message there.</summary>
    public required IReadOnlyList<(string Address, Fate Fate)> Recipients { get; init; }
}
