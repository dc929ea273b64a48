using System.Collections.Concurrent;

namespace Engagement.Local.Ses.Accounts;

/// <summary>The account's suppression list. The case of addresses makes no difference.</summary>
internal sealed class SuppressionList(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, SuppressedAddress> addresses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, the latest first.</summary>
    public IReadOnlyList<SuppressedAddress> All =>
    [
        .. addresses.Values
            .OrderByDescending(address => address.LastUpdate)
            .ThenBy(address => address.Address, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>What the list says of an address; null where nothing.</summary>
    public SuppressedAddress? Find(string address) => addresses.GetValueOrDefault(address);

    /// <summary>Puts an address on the list, or changes why it is there.</summary>
    public void Put(string address, string reason) => addresses[address] = new(address, reason, clock.GetUtcNow());

    /// <summary>Takes an address off the list; false where it is not on it.</summary>
    public bool Remove(string address) => addresses.TryRemove(address, out _);
}
