using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;

namespace Local.Tests.Ses.Campaigns;

/// <summary>A ledger that knows one event. Senders ask for nothing else of it.</summary>
internal sealed class OneEvent(CompanyEvent companyEvent) : ILedger
{
    public Task<EventRecord?> FindAsync(string eventId, CancellationToken cancellation) =>
        Task.FromResult(eventId == companyEvent.Id ? new EventRecord { Event = companyEvent } : null);

    public Task<EventRecord?> PublishAsync(CompanyEvent companyEvent, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<EventRecord>> PendingAsync(string announcement, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<EventRecord>> PendingAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> TryReplaceAsync(
        string eventId, string campaign, CampaignRecord? from, CampaignRecord to, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task CompleteAsync(string eventId, CancellationToken cancellation) => throw new NotSupportedException();
}
