using Engagement.Customers;

namespace Engagement.Consent;

/// <summary>What the sending service tells of a message after it was sent.</summary>
/// <param name="Kind">What happened: one of <see cref="FeedbackKind"/>.</param>
public sealed record MailFeedback(string Kind)
{
    /// <summary>The addresses that take no more messages; none where the feedback is about one message alone.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Why, when, and which feedback says so; null where there are no such addresses.</summary>
    public Stamped<SuppressionReason>? Suppression { get; init; }
}
