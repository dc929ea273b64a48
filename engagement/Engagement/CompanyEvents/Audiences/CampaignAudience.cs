using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Audiences;

/// <summary>Decides which customers get a campaign's message, and queues the user attributes that the campaign sets.</summary>
public sealed class CampaignAudience(IWriteQueue queue, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <summary>How often a write is handed to the queue at most; the queue's client repeats failed calls by itself.</summary>
    private const int Attempts = 2;

    /// <param name="batch">The customers.</param>
    /// <param name="found">The campaign's rule, or why there is none.</param>
    /// <param name="deadline">By when to stop.</param>
    /// <returns>The customers that get the message; none when the campaign has no rule.</returns>
    public async Task<IReadOnlyList<Customer>> ChooseAsync(AudienceBatch batch, AudienceRule found, Deadline deadline)
    {
        if (found.Rule is not { } rule)
        {
            log.RuleMissing(batch.CampaignId, found.Missing!, batch.Count);
            metrics.Count(MetricName.CampaignRulesMissing, reason: found.Missing);
            LeaveOut(batch.Count, LeftOutReason.NoRule);
            return [];
        }

        var chosen = Choose(batch, rule);
        metrics.Count(MetricName.CustomersServed, chosen.Count);
        if (rule.UserAttributes.Count > 0)
        {
            var at = found.At ?? time.GetUtcNow();
            await QueueAsync(batch, [.. chosen.Select(customer => Write(customer, rule, at))], deadline);
        }

        return chosen;
    }

    private static WriteMessage Write(Customer customer, CampaignRule rule, DateTimeOffset at) =>
        new() { EndpointId = customer.EndpointId, UserAttributes = rule.UserAttributes, At = at };

    private List<Customer> Choose(AudienceBatch batch, CampaignRule rule)
    {
        var chosen = batch.Customers.Where(customer => rule.Matches(customer.UserAttributes)).ToList();
        if (batch.Unreadable > 0)
        {
            log.EndpointUnreadable(batch.CampaignId, batch.Unreadable);
        }

        LeaveOut(batch.Unreadable, LeftOutReason.Unreadable);
        LeaveOut(batch.Customers.Count - chosen.Count, LeftOutReason.When);
        return chosen;
    }

    private async Task QueueAsync(AudienceBatch batch, IReadOnlyList<WriteMessage> writes, Deadline deadline)
    {
        foreach (var chunk in writes.Chunk(IWriteQueue.Most))
        {
            var (left, problem) = ((IReadOnlyList<WriteMessage>)chunk, "no time was left");
            for (var attempt = 1; attempt <= Attempts && left.Count > 0 && deadline.AllowsMore; attempt++)
            {
                (left, problem) = await TrySendAsync(left, deadline.Cancellation);
            }

            if (left.Count > 0)
            {
                // The message matters more than the attribute: failing here would cost the whole batch its message.
                log.WritesLost(batch.CampaignId, left.Count, problem);
                metrics.Count(MetricName.UserAttributesLost, left.Count);
            }
        }
    }

    private async Task<(IReadOnlyList<WriteMessage> Left, string Problem)> TrySendAsync(
        IReadOnlyList<WriteMessage> writes, CancellationToken cancellation)
    {
        try
        {
            return (await queue.SendAsync(writes, cancellation), "the queue refused them");
        }
        catch (ServiceException exception)
        {
            return (writes, exception.Message);
        }
    }

    private void LeaveOut(int customers, string reason)
    {
        if (customers > 0)
        {
            metrics.Count(MetricName.CustomersLeftOut, customers, reason);
        }
    }
}
