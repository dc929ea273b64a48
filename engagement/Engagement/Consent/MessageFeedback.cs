using Engagement.Customers;

namespace Engagement.Consent;

/// <summary>What the sending service tells of a message after it was sent, or of the customer's answer to it.</summary>
/// <param name="Kind">What happened: one of <see cref="FeedbackKind"/>.</param>
public sealed record MessageFeedback(string Kind)
{
    /// <summary>
    /// The addresses that it is about: they take no more messages, or their owner chose. None where it is about one message alone.
    /// </summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Why, when, and which feedback says so; null where the addresses still take messages.</summary>
    public Stamped<SuppressionReason>? Suppression { get; init; }

    /// <summary>What the owner of the addresses chose; null where they said nothing.</summary>
    public ConsentChoice? Choice { get; init; }
}
