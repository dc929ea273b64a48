using Engagement.Sending;

namespace Engagement.Journeys;

/// <summary>What the outcome of a message makes of the customer's entry.</summary>
internal sealed class Settling(CustomerJourneys customer, Enrollment entry, JourneyMessage message, DateTimeOffset now)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public JourneyDecision Decide(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent => Pass(JourneyOutcome.Sent),
        SendOutcome.Refused refused => Pass(JourneyOutcome.LeftOut, refused.Reason),
        SendOutcome.Unknown unknown => Pass(JourneyOutcome.Unknown, unknown.Reason),
        SendOutcome.NotSent notSent => Return(notSent.Reason, ShortestPause),
        SendOutcome.Stopped stopped => Return(stopped.Reason, SendingRules.Rest),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No message has such an outcome."),
    };

    private JourneyDecision Pass(JourneyOutcome outcome, string? reason = null) =>
        Decided(customer, entry.Past(entry.Anchor) with { Claim = null }, outcome, reason);

    // The later the message, the longer the pause: half as long as it is late. After a day it comes no more.
    private JourneyDecision Return(string reason, TimeSpan shortest)
    {
        var late = (now - entry.Anchor) / 2;
        var pause = late < shortest ? shortest : late > LongestPause ? LongestPause : late;
        return Decided(
            message.CountsTowardsLimit ? customer.NotCounting(message.Claim.At) : customer,
            entry with { Claim = null, Sent = [.. entry.Sent.Where(template => template != message.Claim.Template)], Due = now + pause },
            JourneyOutcome.Returned,
            reason);
    }

    private JourneyDecision Decided(CustomerJourneys changed, Enrollment moved, JourneyOutcome outcome, string? reason) => new(
        changed with { Enrollments = changed.Enrollments.With(moved.Journey, moved) },
        [entry.Note(now, outcome, reason, message.Claim.Template)]);
}
