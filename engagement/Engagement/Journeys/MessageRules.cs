using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Sending;
using Engagement.Times;

namespace Engagement.Journeys;

/// <summary>Decides whether a customer gets a journey's message. A pure function, the same on every platform.</summary>
/// <param name="limit">How many messages a customer gets at most; null: no limit.</param>
/// <param name="topics">Today's topics.</param>
/// <param name="otherwise">The zone of customers who have none.</param>
/// <param name="spread">Over how long messages are spread that waited for hours; null: <see cref="JourneyTimes.Spread"/>.</param>
public sealed class MessageRules(MessageLimit? limit, TopicCatalog topics, CustomerZone otherwise, TimeSpan? spread = null)
{
    /// <summary>What a journey's messages are about.</summary>
    public Topic TopicOf(Journey journey) => topics.Get(journey.Topic ?? Topic.Journeys);

    /// <param name="customer">What the journeys know of the customer.</param>
    /// <param name="entry">The customer's entry, at the step that sends.</param>
    /// <param name="journey">The entry's version of the journey.</param>
    /// <param name="template">The message's template.</param>
    /// <param name="known">The customer; null when it was deleted.</param>
    /// <param name="now">When it is.</param>
    public MessageVerdict Judge(
        CustomerJourneys customer, Enrollment entry, Journey journey, string template, IJourneyCustomer? known, DateTimeOffset now)
    {
        var topic = TopicOf(journey);
        var objection = known?.Objection(template, topic);
        if (ReasonToLeave(customer, entry, journey, known, objection) is { } reason)
        {
            return new MessageVerdict.Leave(reason);
        }

        var isEssential = topic.Kind == TopicKind.Transactional;
        return ReasonToLeaveOut(entry, journey, template, known!, objection, now) is { } against ? new MessageVerdict.LeaveOut(against)
            : !isEssential && NextHours(journey, known!.Customer, now) is { } until ? new MessageVerdict.PutOff(until)
            : !isEssential && limit?.IsReached(customer.Sends, now) == true ? new MessageVerdict.LeaveOut(SendingReason.Limit)
            : new MessageVerdict.Send(topic);
    }

    private static string? ReasonToLeave(
        CustomerJourneys customer, Enrollment entry, Journey journey, IJourneyCustomer? known, string? objection) =>
        journey.Until.Any(type => customer.HasSeen(type, entry.Since)) ? JourneyReason.Until
        : known is null ? JourneyReason.Deleted
        : objection is SendingReason.OptedOut or SendingReason.Suppressed or SendingReason.Unsubscribed ? objection
        : null;

    private static string? ReasonToLeaveOut(
        Enrollment entry, Journey journey, string template, IJourneyCustomer known, string? objection, DateTimeOffset now) =>
        journey.SkipIf.Any(condition => known.Customer.Values(condition.Attribute).Any(condition.Values.Contains)) ? JourneyReason.SkipIf
        : objection is not null ? objection
        : entry.Sent.Contains(template, StringComparer.Ordinal) ? JourneyReason.Repeated
        : now - entry.Anchor > JourneyTimes.Lateness ? JourneyReason.TooLate
        : null;

    private DateTimeOffset? NextHours(Journey journey, Customer customer, DateTimeOffset now) =>
        journey.Between?.NextAfter(now, customer.Zone(otherwise)) is { } next
            ? next + JourneyTimes.SpreadOf(customer.EndpointId, spread ?? JourneyTimes.Spread)
            : null;
}
