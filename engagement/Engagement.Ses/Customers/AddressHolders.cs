using Engagement.Customers;

namespace Engagement.Ses.Customers;

/// <summary>
/// Sees to it that of several endpoints with one address only the one is active that was given it last. A person who is two customers gets
/// each message once.
/// </summary>
internal sealed class AddressHolders(AddressPointers addresses, CustomerWriter writer)
{
    /// <summary>Makes the endpoints inactive that stored updates supersede, or the updates' own endpoint.</summary>
    public async Task SettleAsync(IReadOnlyList<CustomerUpdate> updates, CancellationToken cancellation)
    {
        foreach (var update in updates)
        {
            if (update.Fields.GetValueOrDefault(EndpointField.Address) is { Length: > 0 } address)
            {
                await SettleAsync(await addresses.NoteAsync(address, update.EndpointId, update.Stamp, cancellation), cancellation);
            }
        }
    }

    private async Task SettleAsync(IReadOnlyDictionary<string, UpdateStamp> endpoints, CancellationToken cancellation)
    {
        var latest = endpoints.Values.Max();
        foreach (var (endpoint, _) in endpoints.Where(endpoint => endpoint.Value < latest))
        {
            var inactive = new CustomerUpdate
            {
                Stamp = latest,
                EndpointId = endpoint,
                Fields = new Dictionary<string, string> { [EndpointField.EndpointStatus] = "INACTIVE" },
            };
            await writer.ApplyAsync([inactive], cancellation);
        }
    }
}
