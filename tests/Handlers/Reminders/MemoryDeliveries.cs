using System.Collections.Concurrent;
using Engagement.Sending;
using Engagement.Services;

namespace Handlers.Tests.Reminders;

/// <summary>Deliveries in memory.</summary>
internal sealed class MemoryDeliveries : IDeliveries
{
    private readonly ConcurrentDictionary<string, Delivery> deliveries = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Ids => [.. deliveries.Keys];

    /// <summary>Which claims fail; by default none.</summary>
    public Predicate<string> FailsToClaim { get; set; } = _ => false;

    public Task<IReadOnlyDictionary<string, Delivery>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Delivery>>(
            ids.Where(deliveries.ContainsKey).ToDictionary(id => id, id => deliveries[id]));

    public Task<Delivery?> ClaimAsync(Delivery claim, CancellationToken cancellation) =>
        FailsToClaim(claim.Id)
            ? throw new ServiceException(ServiceFailure.Failed, "Deliveries: InternalError")
            : Task.FromResult(deliveries.TryAdd(claim.Id, claim) ? null : deliveries[claim.Id]);

    public Task SettleAsync(Delivery result, CancellationToken cancellation)
    {
        deliveries[result.Id] = result;
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(Delivery claim, CancellationToken cancellation)
    {
        deliveries.TryRemove(new(claim.Id, claim));
        return Task.CompletedTask;
    }
}
