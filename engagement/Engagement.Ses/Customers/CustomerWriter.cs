using Engagement.Customers;
using Engagement.Services;

namespace Engagement.Ses.Customers;

/// <summary>
/// Stores what updates of one endpoint say. No write spans two items. Each step may be the last of a writer that dies: the same updates
/// again, or the next ones of the endpoint, go on from there.
/// <list type="bullet">
/// <item>The pointer says which customer's item holds the endpoint. The endpoint itself says which user it belongs to.</item>
/// <item>Where the two differ, the endpoint moves: the pointer changes, the endpoint is copied, and the old item loses it.</item>
/// <item>An endpoint is put into an item that lacks it only when the pointer, read after the item, says so. Each move writes the old item.
/// So of two writers one fails, and looks again.</item>
/// </list>
/// </summary>
internal sealed class CustomerWriter(CustomerItems items, EndpointPointers pointers)
{
    /// <exception cref="ServiceException">Not all is stored.</exception>
    public Task ApplyAsync(IReadOnlyList<CustomerUpdate> updates, CancellationToken cancellation)
    {
        Demand(updates.Select(CustomerLimits.Objection).FirstOrDefault(objection => objection is not null));
        var said = updates.Select(CustomerMerge.EndpointOf).Aggregate(CustomerMerge.Join);
        return RepeatAsync(() => TryApplyAsync(updates, said, cancellation));
    }

    /// <summary>
    /// Stores what an update says of an endpoint in an item that was read before, unless the item has changed since. The pointer is not
    /// asked: to a customer who holds the endpoint no endpoint is added, and each move writes the item that the endpoint leaves.
    /// </summary>
    /// <param name="read">The customer as it was read.</param>
    /// <param name="update">The update.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>
    /// False when nothing is stored: the item has changed, the endpoint is another's, or the update may make it another's.
    /// </returns>
    /// <exception cref="ServiceException">It may not be stored.</exception>
    public async Task<bool> TryApplyAsync(CustomerProfile read, CustomerUpdate update, CancellationToken cancellation)
    {
        if (update.UserId is not null || read.Endpoint(update.EndpointId) is not { } known || OwnerOf(known) != read.Id)
        {
            return false;
        }

        Demand(CustomerLimits.Objection(update));
        var after = CustomerMerge.WithEndpoint(read, CustomerMerge.EndpointOf(update));
        Demand(CustomerLimits.Objection(after, after.Endpoint(update.EndpointId)!));
        return await items.TryWriteAsync(read, after, cancellation);
    }

    /// <summary>Brings an endpoint's move to its end, where one is under way.</summary>
    /// <exception cref="ServiceException">It may not be at its end.</exception>
    public async Task SettleAsync(string endpointKey, CancellationToken cancellation)
    {
        if (await pointers.FindAsync(endpointKey, cancellation) is { From: not null } moving)
        {
            await FinishMoveAsync(moving, cancellation);
        }
    }

    private async Task<bool> TryApplyAsync(IReadOnlyList<CustomerUpdate> updates, CustomerEndpoint said, CancellationToken cancellation)
    {
        var pointer = await pointers.FindAsync(CustomerId.EndpointKey(said.Id), cancellation) ?? Nowhere(said);
        if (pointer.From is not null)
        {
            await FinishMoveAsync(pointer, cancellation);
            return false;
        }

        var before = await items.ReadAsync(pointer.CustomerId, cancellation);
        var after = CustomerMerge.WithEndpoint(WithUser(before, updates), said);
        var endpoint = after.Endpoint(said.Id)!;
        await DemandRoomAsync(after, endpoint, cancellation);
        await ApplyToOthersAsync(after.Id, updates, cancellation);
        return await TryPlaceAsync(pointer, before, after, cancellation)
            && (OwnerOf(endpoint) == pointer.CustomerId || await TryMoveAsync(pointer, OwnerOf(endpoint), cancellation));
    }

    private async Task DemandRoomAsync(CustomerProfile after, CustomerEndpoint endpoint, CancellationToken cancellation)
    {
        Demand(CustomerLimits.Objection(after, endpoint));
        if (OwnerOf(endpoint) != after.Id)
        {
            var owner = CustomerMerge.WithEndpoint(await items.ReadAsync(OwnerOf(endpoint), cancellation), endpoint);
            Demand(CustomerLimits.Objection(owner, owner.Endpoint(endpoint.Id)!));
        }
    }

    // What a request says of a user holds for that user, even when the endpoint is another's by now.
    private async Task ApplyToOthersAsync(string customerId, IReadOnlyList<CustomerUpdate> updates, CancellationToken cancellation)
    {
        foreach (var other in updates.Select(update => update.UserId).OfType<string>().Select(CustomerId.OfUser)
            .Distinct(StringComparer.Ordinal).Where(other => other != customerId))
        {
            await RepeatAsync(async () =>
            {
                var before = await items.ReadAsync(other, cancellation);
                return await items.TryWriteAsync(before, WithUser(before, updates), cancellation);
            });
        }
    }

    private async Task<bool> TryPlaceAsync(
        EndpointPointer pointer, CustomerProfile before, CustomerProfile after, CancellationToken cancellation) =>
        (before.Endpoints.ContainsKey(pointer.EndpointKey) || await HoldsAsync(pointer, cancellation))
            && await items.TryWriteAsync(before, after, cancellation);

    private async Task<bool> HoldsAsync(EndpointPointer pointer, CancellationToken cancellation) => pointer.Version == 0
        ? await pointers.TrySettleAsync(pointer, cancellation)
        : await pointers.FindAsync(pointer.EndpointKey, cancellation) == pointer;

    /// <returns>Always false: what was written meanwhile may say that the endpoint is another's still.</returns>
    private async Task<bool> TryMoveAsync(EndpointPointer pointer, string customerId, CancellationToken cancellation)
    {
        if (await pointers.TryMoveAsync(pointer, customerId, cancellation) is { } moving)
        {
            await FinishMoveAsync(moving, cancellation);
        }

        return false;
    }

    private async Task FinishMoveAsync(EndpointPointer moving, CancellationToken cancellation)
    {
        await RepeatAsync(async () =>
        {
            var old = await items.ReadAsync(moving.From!, cancellation);
            return await IsDoneAsync(moving, cancellation)
                || (await TryTakeInAsync(moving, old, cancellation)
                    && await items.TryWriteAsync(old, CustomerMerge.WithoutEndpoint(old, moving.EndpointKey), cancellation));
        });
        await pointers.TrySettleAsync(moving, cancellation);
    }

    // By another writer, and perhaps the endpoint has moved back since.
    private async Task<bool> IsDoneAsync(EndpointPointer moving, CancellationToken cancellation) =>
        await pointers.FindAsync(moving.EndpointKey, cancellation) != moving;

    private async Task<bool> TryTakeInAsync(EndpointPointer moving, CustomerProfile old, CancellationToken cancellation)
    {
        if (old.Endpoints.GetValueOrDefault(moving.EndpointKey) is not { } endpoint)
        {
            return true;
        }

        var before = await items.ReadAsync(moving.CustomerId, cancellation);
        return await TryPlaceAsync(moving, before, CustomerMerge.WithEndpoint(before, endpoint), cancellation);
    }

    private static CustomerProfile WithUser(CustomerProfile profile, IReadOnlyList<CustomerUpdate> updates) =>
        updates.Where(update => update.UserId is { } userId && CustomerId.OfUser(userId) == profile.Id)
            .Aggregate(profile, CustomerMerge.WithUser);

    private static EndpointPointer Nowhere(CustomerEndpoint said) =>
        new(CustomerId.EndpointKey(said.Id), OwnerOf(said), From: null, Version: 0);

    private static string OwnerOf(CustomerEndpoint endpoint) =>
        endpoint.Owner is { } owner ? CustomerId.OfUser(owner.User.Value) : CustomerId.OfEndpoint(endpoint.Id);

    private static void Demand(string? objection)
    {
        if (objection is not null)
        {
            throw new ServiceException(ServiceFailure.Refused, $"Customers: {objection}");
        }
    }

    private static Task RepeatAsync(Func<Task<bool>> tryOnceAsync) => CountedItems.RepeatAsync("Customers", tryOnceAsync);
}
