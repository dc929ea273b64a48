using Engagement.Customers;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Functions;
using Engagement.Sending;
using Engagement.Services;
using Engagement.Telemetry;
using Engagement.Times;

namespace Engagement.Reminders.Shares;

/// <summary>
/// Sends an hour's reminders to the customers of a shard, page by page. When its time is up, or the service takes no more, it queues the
/// rest. What is sent the deliveries say, so that a share that comes twice does no harm.
/// </summary>
public sealed class ReminderShareSender(
    ReminderCatalog catalog,
    SegmentCatalog segments,
    IReadOnlyDictionary<string, MessageTemplate> templates,
    TopicCatalog topics,
    CustomerZone zone,
    DueDates dates,
    ICustomers customers,
    IReminderQueue queue,
    PageSender pages,
    TimeProvider time,
    LogWriter log,
    MetricsWriter metrics)
{
    // An address and an opt-out are at most so many messages older than the claim.
    private const int PageSize = 50;

    /// <returns>Whether the message is done with; otherwise it goes back to the queue.</returns>
    public async Task<bool> SendAsync(QueueMessage queued, Deadline deadline)
    {
        if (ReminderShare.Parse(queued.Body) is not { } share)
        {
            log.Unreadable(queued.Id);
            metrics.Count(MetricName.SharesReturned, reason: ReturnReason.Unreadable);
            return false;
        }

        try
        {
            return await SendAsync(share, deadline);
        }
        catch (ServiceException exception)
        {
            log.ShareFailed(share, exception.Message);
            metrics.Count(MetricName.SharesReturned, reason: "failed");
            return false;
        }
    }

    private async Task<bool> SendAsync(ReminderShare share, Deadline deadline)
    {
        if (ReminderMessage.Find(catalog, share.Reminder) is not { } message
            || !templates.TryGetValue(message.Reminder.Template, out var template)
            || SegmentOf(message, out var segment))
        {
            log.Unknown(share);
            metrics.Count(MetricName.RemindersUnknown);
            return true;
        }

        var topic = topics.Get(message.Reminder.Topic ?? Topic.Reminders);
        var mailing = new ReminderMailing(message, segment, template, topic, share, HourSlot.From(time.GetUtcNow()), zone);
        await foreach (var page in dates.ReadAsync(message, share, PageSize, CancellationToken.None))
        {
            if (await TrySendAsync(mailing, page, share, deadline) is { } postponed)
            {
                var rest = postponed.IsInVain ? share with { Attempt = share.Attempt + 1 } : share;
                await queue.SendAsync([rest], postponed.Wait, CancellationToken.None);
                return true;
            }

            share = page.Count == 0 ? share : share with { After = page[^1].Place, Attempt = 0 };
        }

        return true;
    }

    // A reminder for a segment that is not there must not go to everyone.
    private bool SegmentOf(ReminderMessage message, out SegmentDefinition? segment)
    {
        segment = message.Reminder.Segment is { } name ? segments.Find(name) : null;
        return segment is null && message.Reminder.Segment is not null;
    }

    private async Task<PageOutcome.Postponed?> TrySendAsync(
        ReminderMailing mailing, IReadOnlyList<IndexedDate> page, ReminderShare share, Deadline deadline)
    {
        if (deadline.Cancellation.IsCancellationRequested)
        {
            return new(SendingReason.OutOfTime, TimeSpan.Zero, IsInVain: false, []);
        }

        var verdicts = await JudgeAsync(mailing, page);
        var leftOut = verdicts.SelectMany(verdict => verdict, (verdict, _) => verdict.Key).OfType<string>().ToList();
        foreach (var some in verdicts[null].Chunk(IDeliveries.Most))
        {
            var outcome = await pages.SendAsync(mailing, some, share.Attempt, deadline);
            Count(outcome.Settled);
            switch (outcome)
            {
                case PageOutcome.Postponed postponed:
                    return postponed;
                case PageOutcome.Whole whole:
                    leftOut.AddRange(whole.LeftOut);
                    break;
            }
        }

        // Once the page is done, because each try of it finds them again.
        CountLeftOut(leftOut);
        return null;
    }

    // By the reason to leave them out; null for those who get the message.
    private async Task<ILookup<string?, CustomerMember>> JudgeAsync(ReminderMailing mailing, IReadOnlyList<IndexedDate> page)
    {
        var ids = page.Select(entry => entry.CustomerId).Distinct(StringComparer.Ordinal).ToList();
        var found = ids.Count == 0 ? [] : await customers.FindAsync(ids, CancellationToken.None);
        return found.SelectMany(customer => customer.Members).ToLookup(mailing.LeavesOut);
    }

    private void Count(IReadOnlyList<Delivery> settled)
    {
        metrics.Count(MetricName.RemindersSent, settled.Count(result => result.State == DeliveryState.Sent));
        CountLeftOut(settled.Where(result => result.State == DeliveryState.LeftOut).Select(result => result.Reason ?? ""));
    }

    private void CountLeftOut(IEnumerable<string> reasons)
    {
        foreach (var reason in reasons.CountBy(each => each, StringComparer.Ordinal))
        {
            metrics.Count(MetricName.RemindersLeftOut, reason.Value, reason.Key);
        }
    }
}
