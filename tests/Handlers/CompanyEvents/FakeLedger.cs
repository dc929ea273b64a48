using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.Services;

namespace Handlers.Tests.CompanyEvents;

/// <summary>A ledger in memory, as conditional as the real one.</summary>
internal sealed class FakeLedger : ILedger
{
    private readonly Dictionary<string, EventRecord> events = [];
    private readonly HashSet<string> completed = [];

    /// <summary>Whether <see cref="PendingAsync"/> lags behind and shows nothing.</summary>
    public bool IndexLags { get; set; }

    public bool Down { get; set; }

    /// <summary>Called before a replacement; what it throws, the caller gets.</summary>
    public Action<CampaignRecord> Replacing { get; set; } = _ => { };

    public EventRecord this[string id] => events[id];

    public bool IsCompleted(string id) => completed.Contains(id);

    public Task<EventRecord?> PublishAsync(CompanyEvent companyEvent, CancellationToken cancellation)
    {
        Demand();
        return Task.FromResult(events.TryAdd(companyEvent.Id, new() { Event = companyEvent }) ? null : events[companyEvent.Id]);
    }

    public Task<EventRecord?> FindAsync(string eventId, CancellationToken cancellation)
    {
        Demand();
        return Task.FromResult(events.GetValueOrDefault(eventId));
    }

    public Task<IReadOnlyList<EventRecord>> PendingAsync(string announcement, CancellationToken cancellation)
    {
        Demand();
        return Task.FromResult<IReadOnlyList<EventRecord>>(IndexLags ? [] :
            [
                .. events.Values.Where(each => each.Event.Announcement == announcement && !completed.Contains(each.Event.Id))
                    .OrderBy(each => each.Event.PublishedAt),
            ]);
    }

    public Task<IReadOnlyList<EventRecord>> PendingAsync(CancellationToken cancellation)
    {
        Demand();
        return Task.FromResult<IReadOnlyList<EventRecord>>([
            .. events.Values.Where(each => !completed.Contains(each.Event.Id)).OrderBy(each => each.Event.PublishedAt),
        ]);
    }

    public Task<bool> TryReplaceAsync(
        string eventId,
        string campaign,
        CampaignRecord? from,
        CampaignRecord to,
        CancellationToken cancellation)
    {
        Demand();
        Replacing(to);
        if (events[eventId].Campaigns.GetValueOrDefault(campaign) != from)
        {
            return Task.FromResult(false);
        }

        events[eventId] = events[eventId] with
        {
            Campaigns = new Dictionary<string, CampaignRecord>(events[eventId].Campaigns) { [campaign] = to },
        };
        return Task.FromResult(true);
    }

    public Task CompleteAsync(string eventId, CancellationToken cancellation)
    {
        completed.Add(eventId);
        return Task.CompletedTask;
    }

    private void Demand()
    {
        if (Down)
        {
            throw new ServiceException(ServiceFailure.Failed, "Ledger: InternalServerError");
        }
    }
}
