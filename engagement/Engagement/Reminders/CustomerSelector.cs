using System.Text.Json;
using Engagement.Definitions.Reminders;
using Engagement.Telemetry;
using Engagement.Times;

namespace Engagement.Reminders;

/// <summary>Decides who of a journey's participants gets its message, and notes it down before the message goes out.</summary>
public sealed class CustomerSelector(
    ReminderCatalog catalog, CustomerZone zone, IReminderLedger ledger, LogWriter log, MetricsWriter metrics)
{
    private const string AlreadySent = "alreadySent";

    /// <param name="messageName">The message's name.</param>
    /// <param name="customers">Who takes part, at most 50.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>The endpoints that get the message.</returns>
    /// <exception cref="ServiceException">The ledger could not be asked: the caller has to call again.</exception>
    public async Task<IReadOnlyCollection<string>> SelectAsync(
        string messageName, IReadOnlyList<Customer> customers, CancellationToken cancellation)
    {
        if (ReminderMessage.Find(catalog, messageName) is not { } message)
        {
            log.Unknown();
            metrics.Count(MetricName.RemindersUnknown);
            return [];
        }

        if (await ledger.HourOfAsync(message.Name, cancellation) is not { } slid)
        {
            return [];
        }

        var due = Due(message, customers, slid);
        var chosen = await ledger.ClaimAsync(due, slid.Hour, cancellation);
        metrics.Count(MetricName.RemindersSent, chosen.Count);
        metrics.Count(MetricName.RemindersLeftOut, due.Count - chosen.Count, AlreadySent);
        return chosen;
    }

    private List<SentReminder> Due(ReminderMessage message, IReadOnlyList<Customer> customers, SlidHour slid)
    {
        var rules = new ReminderRules(message, zone);
        var due = new List<SentReminder>();
        foreach (var verdict in customers.GroupBy(customer => rules.Decide(customer, slid)))
        {
            if (verdict.Key == ReminderVerdict.Due)
            {
                due.AddRange(
                    verdict.Select(customer => new SentReminder(message.Name, customer.EndpointId, rules.DateOf(customer)!.Value)));
            }
            else
            {
                metrics.Count(MetricName.RemindersLeftOut, verdict.Count(), JsonNamingPolicy.CamelCase.ConvertName(verdict.Key.ToString()));
            }
        }

        return due;
    }
}
