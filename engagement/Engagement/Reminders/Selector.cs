using System.Text.Json;
using Engagement.Definitions.Reminders;
using Engagement.Reminders;
using Engagement.Services;
using Engagement.Telemetry;
using Engagement.Times;

namespace SelectReminders.Selecting;

/// <summary>Decides who of a journey's participants gets its message, and notes it down before the message goes out.</summary>
internal sealed class Selector(ReminderCatalog catalog, CustomerZone zone, IReminderLedger ledger, LogWriter log, MetricsWriter metrics)
{
    private const string AlreadySent = "alreadySent";

    /// <summary>Answers for those who get the message; the others are not in it.</summary>
    /// <exception cref="ServiceException">The ledger could not be asked: Pinpoint calls again.</exception>
    public async Task<Dictionary<string, Selection>> SelectAsync(JourneyCall call, CancellationToken cancellation)
    {
        if (ReminderMessage.Find(catalog, call.Message) is not { } message)
        {
            log.Unknown();
            metrics.Count(MetricName.RemindersUnknown);
            return [];
        }

        if (await ledger.HourOfAsync(message.Name, cancellation) is not { } slid)
        {
            return [];
        }

        var due = Due(message, call.Customers, slid);
        var chosen = await ledger.ClaimAsync(due, slid.Hour, cancellation);
        metrics.Count(MetricName.RemindersSent, chosen.Count);
        metrics.Count(MetricName.RemindersLeftOut, due.Count - chosen.Count, AlreadySent);
        return chosen.ToDictionary(endpointId => endpointId, _ => Selection.Chosen, StringComparer.Ordinal);
    }

    private List<SentReminder> Due(ReminderMessage message, IReadOnlyList<RemindedCustomer> customers, SlidHour slid)
    {
        var rules = new ReminderRules(message, zone);
        var due = new List<SentReminder>();
        foreach (var verdict in customers.GroupBy(customer => rules.Decide(customer, slid)))
        {
            if (verdict.Key == ReminderVerdict.Due)
            {
                due.AddRange(verdict.Select(customer => new SentReminder(message.Name, customer.EndpointId, rules.DateOf(customer)!.Value)));
            }
            else
            {
                metrics.Count(MetricName.RemindersLeftOut, verdict.Count(), JsonNamingPolicy.CamelCase.ConvertName(verdict.Key.ToString()));
            }
        }

        return due;
    }
}
