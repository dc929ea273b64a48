using System.Collections.ObjectModel;
using System.Text.Json;
using Engagement.Customers;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Segments;
using Engagement.Sending;
using Engagement.Times;

namespace Engagement.Reminders.Shares;

/// <summary>Who gets a reminder's message in an hour, and what the message is.</summary>
/// <param name="message">The message.</param>
/// <param name="segment">The segment of the customers who are reminded; null for each who has the date.</param>
/// <param name="template">What it says.</param>
/// <param name="topic">What the message is about.</param>
/// <param name="share">The hour.</param>
/// <param name="now">The hour that it is, which is a later one when the share had to wait.</param>
/// <param name="otherwise">The zone of customers who have none.</param>
public sealed class ReminderMailing(
    ReminderMessage message,
    SegmentDefinition? segment,
    MessageTemplate template,
    Topic topic,
    ReminderShare share,
    DateTimeOffset now,
    CustomerZone otherwise)
    : IMailing
{
    private readonly ReminderRules rules = new(message, otherwise);
    private readonly Predicate<CustomerMember> isInSegment = SegmentMembership.Create<CustomerMember>(segment?.Conditions ?? []);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes { get; } =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, string>> LogFields =>
        [new("reminder", message.Name), new("hour", IsoInstant.Format(share.Hour))];

    /// <inheritdoc/>
    public Topic Topic => topic;

    /// <inheritdoc/>
    public DateTimeOffset Began => DateTimeOffset.MinValue;

    // A reminder is due in an hour that lies whole within its own hours.
    /// <inheritdoc/>
    public DateTimeOffset? HeldUntil(CustomerMember member, DateTimeOffset now) => null;

    /// <summary>Why an endpoint gets no message: a code; null when it gets it.</summary>
    public string? LeavesOut(CustomerMember member) =>
        Verdict(member.Customer) is not ReminderVerdict.Due and var verdict
            ? JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString())
        : !isInSegment(member) ? SendingReason.Segment
        : EndpointReach.Objection(member.Endpoint, template);

    /// <inheritdoc/>
    public string DeliveryIdOf(CustomerMember member) =>
        Delivery.IdOf($"reminder/{message.Name}/{IsoInstant.Format(rules.DateOf(member.Customer)!.Value)}", member);

    /// <inheritdoc/>
    public OutgoingMessage MessageTo(CustomerMember member) => new()
    {
        Template = message.Reminder.Template,
        Topic = topic,
        To = member,
        Tags = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["reminder"] = message.Reminder.Name,
            ["before"] = Reminder.NameOf(message.Before),
        },
    };

    // Due in the share's hour, and since then neither has the date come nor a shorter message's hour.
    private ReminderVerdict Verdict(Customer customer) =>
        rules.Decide(customer, share.Slid) is not ReminderVerdict.Due and var verdict ? verdict : Since(customer);

    private ReminderVerdict Since(Customer customer) => rules.Decide(customer, new(now, share.Before)) switch
    {
        ReminderVerdict.Over => ReminderVerdict.Over,
        ReminderVerdict.Superseded => ReminderVerdict.Superseded,
        _ => ReminderVerdict.Due,
    };
}
