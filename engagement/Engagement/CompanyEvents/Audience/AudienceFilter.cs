using System.Text.Json.Nodes;
using Engagement.CompanyEvents;
using Engagement.Functions;
using Engagement.Services;
using Engagement.Telemetry;

namespace FilterAudience.Filtering;

/// <summary>Decides who of a batch gets a campaign's message, queues what it sets, and gives the template the event's attributes.</summary>
internal sealed class AudienceFilter(RuleCache rules, IWriteQueue queue, TimeProvider time, LogWriter log, MetricsWriter metrics)
{
    /// <summary>How often a write is handed to the queue at most; the queue's client repeats failed calls by itself.</summary>
    private const int Attempts = 2;

    /// <returns>The endpoints that get the message, by id, as the message is to see them; none when the campaign has no rule.</returns>
    /// <exception cref="ServiceException">The rule could not be looked up just now.</exception>
    public async Task<JsonObject> FilterAsync(HookCall call, Deadline deadline, CancellationToken cancellation)
    {
        var found = await FindAsync(call, cancellation);
        if (found.Rule is not { } rule)
        {
            log.RuleMissing(call.CampaignId, found.Missing!, call.Endpoints.Count);
            metrics.Count(MetricName.CampaignRulesMissing, reason: found.Missing);
            LeaveOut(call.Endpoints.Count, LeftOutReason.NoRule);
            return [];
        }

        var answer = Served(call, rule);
        metrics.Count(MetricName.CustomersServed, answer.Count);
        if (rule.UserAttributes.Count > 0)
        {
            var at = found.At ?? time.GetUtcNow();
            await QueueAsync(call, [.. answer.Select(endpoint => new AttributeWrite(endpoint.Key, rule.UserAttributes, at))], deadline, cancellation);
        }

        return answer;
    }

    private async Task<AudienceRule> FindAsync(HookCall call, CancellationToken cancellation)
    {
        try
        {
            return await rules.FindAsync(call.ApplicationId, call.CampaignId, cancellation);
        }
        catch (ServiceException exception)
        {
            log.RuleUnavailable(call.CampaignId, exception.Message);
            throw;
        }
    }

    private JsonObject Served(HookCall call, CampaignRule rule)
    {
        var answer = new JsonObject();
        var unreadable = 0;
        foreach (var (id, definition) in call.Endpoints)
        {
            if (id.Length == 0 || Customer.Of(definition) is not { } customer)
            {
                unreadable++;
            }
            else if (rule.Matches(customer.UserAttributes))
            {
                answer.Add(id, customer.With(rule.Shown));
            }
        }

        if (unreadable > 0)
        {
            log.EndpointUnreadable(call.CampaignId, unreadable);
        }

        LeaveOut(unreadable, LeftOutReason.Unreadable);
        LeaveOut(call.Endpoints.Count - answer.Count - unreadable, LeftOutReason.When);
        return answer;
    }

    private async Task QueueAsync(HookCall call, IReadOnlyList<AttributeWrite> writes, Deadline deadline, CancellationToken cancellation)
    {
        foreach (var batch in writes.Chunk(IWriteQueue.Most))
        {
            var (left, problem) = ((IReadOnlyList<AttributeWrite>)batch, "no time was left");
            for (var attempt = 1; attempt <= Attempts && left.Count > 0 && deadline.AllowsMore; attempt++)
            {
                (left, problem) = await TrySendAsync(left, cancellation);
            }

            if (left.Count > 0)
            {
                // The message matters more than the attribute: failing here would cost the whole batch its message after three attempts.
                log.WritesLost(call.CampaignId, left.Count, problem);
                metrics.Count(MetricName.UserAttributesLost, left.Count);
            }
        }
    }

    private async Task<(IReadOnlyList<AttributeWrite> Left, string Problem)> TrySendAsync(IReadOnlyList<AttributeWrite> writes, CancellationToken cancellation)
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
