using Engagement.Times;

namespace Engagement.Reminders;

/// <summary>Decides who gets a message in an hour. A pure function of the customer and the hour.</summary>
/// <param name="message">The message.</param>
/// <param name="otherwise">The zone of customers who have none.</param>
public sealed class ReminderRules(ReminderMessage message, CustomerZone otherwise)
{
    /// <summary>The instant of a customer's date; null when it has none that can be read.</summary>
    public DateTimeOffset? DateOf(Customer customer) =>
        customer.Values(message.Reminder.Date) is [var text, ..] ? IsoInstant.Parse(text) : null;

    /// <summary>Whether a customer gets the message.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="slid">The hour that the message is at.</param>
    public ReminderVerdict Decide(Customer customer, SlidHour slid)
    {
        if (DateOf(customer) is not { } date)
        {
            return ReminderVerdict.NoDate;
        }

        if (message.Reminder.SkipIf.Any(
            condition => customer.Values(condition.Attribute).Any(value => condition.Values.Contains(value, StringComparer.Ordinal))))
        {
            return ReminderVerdict.Skipped;
        }

        return Decide(date, customer.Values(ReservedNames.TimeZoneAttribute) is [var name, ..] ? name : null, slid);
    }

    /// <summary>Whether a customer gets the message, as far as the date and the zone tell.</summary>
    /// <param name="date">The customer's date.</param>
    /// <param name="zoneName">The customer's zone as it was given; null when none was.</param>
    /// <param name="slid">The hour that the message is at.</param>
    public ReminderVerdict Decide(DateTimeOffset date, string? zoneName, SlidHour slid)
    {
        var zone = CustomerZone.Find(zoneName, otherwise);
        var own = message.HourFor(date, zone);
        return slid.Hour < own ? ReminderVerdict.NotYet
            : date <= slid.Hour ? ReminderVerdict.Over
            : message.IsSupersededBy(date, zone, slid.Hour) ? ReminderVerdict.Superseded
            : !slid.Covers(own, message.Lateness) ? ReminderVerdict.TooLate
            : ReminderVerdict.Due;
    }
}
