using System.Runtime.CompilerServices;
using Engagement.Customers;
using Engagement.Services;
using Engagement.Times;

namespace Engagement.Reminders.Shares;

/// <summary>
/// Finds whose date is due in an hour, by the index alone. What was due in an hour before was found then, unless it was written since: so
/// an hour's work follows from who is due in it.
/// </summary>
public sealed class DueDates(IDateIndex index, CustomerZone otherwise)
{
    // The customer is stored just after the entry, and machines' clocks differ a little.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <summary>Pages of entries whose customers may be due, the earliest date first.</summary>
    /// <param name="message">The message.</param>
    /// <param name="share">The hour and the shard.</param>
    /// <param name="size">Most entries of a page.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">The index could not be read further.</exception>
    public async IAsyncEnumerable<IReadOnlyList<IndexedDate>> ReadAsync(
        ReminderMessage message, ReminderShare share, int size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rules = new ReminderRules(message, otherwise);
        var window = DateWindow.For(message, share.Hour, share.Before);
        var query = new DateQuery(message.Reminder.Date, share.Shard, window.From, window.To);
        var page = new List<IndexedDate>(size);
        await foreach (var entry in index.ReadAsync(query, share.After, cancellation))
        {
            if (IsNew(message, entry, share) && rules.Decide(entry.Date, entry.Zone, share.Slid) == ReminderVerdict.Due)
            {
                page.Add(entry);
            }

            if (page.Count == size)
            {
                yield return page;
                page = new(size);
            }
        }

        yield return page;
    }

    private bool IsNew(ReminderMessage message, IndexedDate entry, ReminderShare share) =>
        share.Before is not { } before
            || entry.WrittenAt >= before - Slack
            || message.HourFor(entry.Date, CustomerZone.Find(entry.Zone, otherwise)) > before;
}
