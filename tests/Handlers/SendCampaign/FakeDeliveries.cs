using Engagement.Sending;
using Engagement.Services;

namespace Handlers.Tests.CompanyEvents;

/// <summary>Deliveries in memory.</summary>
internal sealed class FakeDeliveries : IDeliveries
{
    private readonly Dictionary<string, Delivery> deliveries = [];

    public IReadOnlyDictionary<string, Delivery> All => deliveries;

    /// <summary>Whether what became of messages cannot be written down.</summary>
    public bool CannotSettle { get; set; }

    public void Add(Delivery delivery) => deliveries.Add(delivery.Id, delivery);

    public Task<IReadOnlyDictionary<string, Delivery>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        lock (deliveries)
        {
            return Task.FromResult<IReadOnlyDictionary<string, Delivery>>(
                deliveries.Where(each => ids.Contains(each.Key)).ToDictionary());
        }
    }

    public Task<Delivery?> ClaimAsync(Delivery claim, CancellationToken cancellation)
    {
        lock (deliveries)
        {
            return Task.FromResult(deliveries.TryAdd(claim.Id, claim) ? null : deliveries[claim.Id]);
        }
    }

    public Task SettleAsync(Delivery result, CancellationToken cancellation)
    {
        lock (deliveries)
        {
            deliveries[result.Id] = CannotSettle ? throw new ServiceException(ServiceFailure.Failed, "Ledger: failed") : result;
        }

        return Task.CompletedTask;
    }

    public Task ReleaseAsync(Delivery claim, CancellationToken cancellation)
    {
        lock (deliveries)
        {
            deliveries.Remove(claim.Id);
        }

        return Task.CompletedTask;
    }
}
