using Engagement.Local.Sms.Feedback;

namespace Engagement.Local.Sms.Sending;

/// <summary>A text message that was accepted; it reaches its phone, or does not, at once.</summary>
internal sealed record SentText
{
    /// <summary>When, by the cloud's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public required string MessageId { get; init; }

    /// <summary>The number that it goes to.</summary>
    public required string To { get; init; }

    /// <summary>The number, sender or pool that it comes from.</summary>
    public required string Origination { get; init; }

    /// <summary><c>PROMOTIONAL</c> or <c>TRANSACTIONAL</c>.</summary>
    public required string MessageType { get; init; }

    public required string Body { get; init; }

    /// <summary>How many parts it is sent in, each of which costs.</summary>
    public required int Parts { get; init; }

    /// <summary>Whether it has characters of GSM 03.38 alone.</summary>
    public required bool IsGsm { get; init; }

    /// <summary>The configuration set that it belongs to, or null.</summary>
    public string? ConfigurationSet { get; init; }

    /// <summary>The type of its last event, such as <c>TEXT_DELIVERED</c>.</summary>
    public string Fate => TextFate.Of(To);

    /// <summary>What its events say beside it, at most five texts.</summary>
    public required IReadOnlyDictionary<string, string> Context { get; init; }
}
