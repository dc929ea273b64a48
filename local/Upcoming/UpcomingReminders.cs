using Engagement.CompanyEvents.DryRuns;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Topics;
using Engagement.Local.Platforms;
using Engagement.Reminders;
using Engagement.Reminders.Shares;
using Engagement.Sending;
using Engagement.Times;

namespace Engagement.Local.Upcoming;

/// <summary>The reminders that customers will get.</summary>
/// <param name="definitions">The definitions as they are deployed.</param>
internal sealed class UpcomingReminders(DefinitionSet definitions)
{
    private readonly CustomerZone zone = definitions.TrackingPlan.Zone;
    private readonly ReminderMessage[] messages = [.. ReminderMessage.From(definitions.Reminders)];

    /// <summary>Those of a customer, whether they will be sent or left out.</summary>
    /// <param name="member">An endpoint of the customer.</param>
    /// <param name="consent">What holds for its address; null when nothing is known.</param>
    /// <param name="now">The instant after which they are due.</param>
    /// <param name="until">By when they are due.</param>
    public IEnumerable<UpcomingMessage> For(CustomerMember member, AddressConsent? consent, DateTimeOffset now, DateTimeOffset until) =>
        from each in Hours(member.Customer, now, until)
        let mailing = Mailing(each.Message, each.Hour)
        let reason = mailing.LeavesOut(member) ?? SendingRules.Objection(consent, mailing.Topic)
        where reason != SendingReason.Channel
        select new UpcomingMessage
        {
            At = each.Hour,
            Origin = OriginOf(each.Message),
            Template = each.Message.Reminder.Template,
            EndpointId = member.Endpoint.Id,
            LeftOut = reason is null ? null : Meaning(reason, each.Message.Reminder),
        };

    /// <summary>The messages about a customer's dates, and the hours that they belong to.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="now">The instant after which the hours begin.</param>
    /// <param name="until">By when they begin.</param>
    public IEnumerable<(ReminderMessage Message, DateTimeOffset Hour)> Hours(Customer customer, DateTimeOffset now, DateTimeOffset until) =>
        from message in messages
        let date = new ReminderRules(message, zone).DateOf(customer)
        where date > now
        let hour = message.HourFor(date.Value, customer.Zone(zone))
        where hour > now && hour <= until
        select (message, hour);

    private ReminderMailing Mailing(ReminderMessage message, DateTimeOffset hour) => new(
        message,
        message.Reminder.Segment is { } segment ? definitions.Segments.Find(segment) : null,
        definitions.Templates.First(template => template.Name == message.Reminder.Template),
        definitions.Topics.Get(message.Reminder.Topic ?? Topic.Reminders),
        new ReminderShare { Reminder = message.Name, Hour = hour, Shard = 0 },
        hour,
        zone);

    private static MessageOrigin OriginOf(ReminderMessage message) =>
        new("reminder", message.Reminder.Name, Reminder.NameOf(message.Before));

    private static string Meaning(string reason, Reminder reminder) => reason switch
    {
        "skipped" => "'skipIf' holds",
        "superseded" => "a shorter one about the same date comes",
        "over" => "the date comes before the next allowed hour",
        SendingReason.Segment => $"not in the segment {reminder.Segment}",
        _ => DryRunReason.Meaning(reason),
    };
}
