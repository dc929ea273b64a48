using Engagement.Consent;
using Engagement.Definitions.Topics;

namespace Engagement.Sending;

/// <summary>What holds of sending on every platform that leaves it to this project.</summary>
public static class SendingRules
{
    /// <summary>How long the senders rest once a message was <see cref="SendOutcome.Stopped"/>: 10 minutes.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    /// <summary>Longest pause before messages are tried again, 15 minutes: longer ones no queue keeps ("SQS quotas").</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>
    /// What stays of an invocation's time when it begins no more messages, 20 seconds: for a call to the service of 10 seconds, and for
    /// writing down what became of it.
    /// </summary>
    public static readonly TimeSpan Reserve = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Which part of the account's rate is used, 80 %: the rest is for what else the account sends, and for clocks that differ.
    /// </summary>
    public const double ShareOfRate = 0.8;

    /// <summary>Why no message of a topic goes to an address, one of <see cref="SendingReason"/>; null when it does.</summary>
    /// <param name="consent">What holds for the address; null when nothing is known of it.</param>
    /// <param name="topic">The topic.</param>
    public static string? Objection(AddressConsent? consent, Topic topic) =>
        consent is null || consent.Allows(topic) ? null
        : consent.Suppression is not null ? SendingReason.Suppressed
        : SendingReason.Unsubscribed;
}
