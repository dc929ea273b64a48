using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Tables;

/// <summary>A table and its items. Items are never changed, only replaced, each write at once and alone.</summary>
internal sealed class Table(TableDefinition first, TimeProvider clock)
{
    // What expired longer ago than that stays, by the developer guide, so that a mistaken unit does not empty a table.
    private static readonly TimeSpan OldestExpiry = TimeSpan.FromDays(5 * 365);
    private static readonly AttributeValue NoRange = new NullValue();

    private readonly Lock gate = new();
    private readonly Dictionary<AttributeValue, Partition> partitions = [];

    // The same, in the order of scans: a page costs what it holds, however large the table is.
    private readonly SortedSet<PartitionPosition> order = [];
    private readonly PriorityQueue<ImmutableDictionary<string, AttributeValue>, long> expiring = new();

    private volatile TableDefinition definition = first;

    public TableDefinition Definition => definition;

    /// <summary>Declares the table anew, with the keys that it has; its items stay.</summary>
    public void Redefine(TableDefinition next)
    {
        lock (gate)
        {
            definition = next with { CreatedAt = definition.CreatedAt, Id = definition.Id };
            expiring.Clear();
            foreach (var item in partitions.Values.SelectMany(partition => partition.Items.Values))
            {
                if (ExpiryOf(item) is { } second)
                {
                    expiring.Enqueue(item, second);
                }
            }
        }
    }

    /// <summary>The item with that key, or null.</summary>
    public ImmutableDictionary<string, AttributeValue>? Find(ImmutableDictionary<string, AttributeValue> key)
    {
        lock (gate)
        {
            Expire();
            return Get(key);
        }
    }

    /// <summary>Items of a partition, in order of their sort key.</summary>
    public IReadOnlyList<ImmutableDictionary<string, AttributeValue>> Partition(AttributeValue hash)
    {
        lock (gate)
        {
            Expire();
            return partitions.TryGetValue(hash, out var partition) ? [.. partition.Items.Values] : [];
        }
    }

    /// <summary>All items, in the order of scans.</summary>
    public IReadOnlyList<ImmutableDictionary<string, AttributeValue>> All() =>
        Scan(PartitionPosition.Before(uint.MinValue), PartitionPosition.After(uint.MaxValue), items => items.ToList());

    /// <summary>
    /// Reads items in the order of scans: partitions by their place, which means nothing else, and within one by sort key. Nothing is
    /// written meanwhile.
    /// </summary>
    /// <param name="first">Where to begin, that partition included.</param>
    /// <param name="last">Where to end, that partition included.</param>
    /// <param name="read">Takes as many as it needs.</param>
    public T Scan<T>(
        PartitionPosition first, PartitionPosition last, Func<IEnumerable<ImmutableDictionary<string, AttributeValue>>, T> read)
    {
        lock (gate)
        {
            Expire();
            return read(order.GetViewBetween(first, last).SelectMany(position => position.Partition!.Items.Values));
        }
    }

    /// <summary>Replaces an item by what becomes of it; null is none, before and after.</summary>
    /// <param name="key">Which.</param>
    /// <param name="change">Decides; throws to leave all as it is.</param>
    /// <returns>The item before and after.</returns>
    public (ImmutableDictionary<string, AttributeValue>? Before, ImmutableDictionary<string, AttributeValue>? After) Write(
        ImmutableDictionary<string, AttributeValue> key,
        Func<ImmutableDictionary<string, AttributeValue>?, ImmutableDictionary<string, AttributeValue>?> change)
    {
        lock (gate)
        {
            Expire();
            var before = Get(key);
            var after = change(before);
            Put(key, after);
            return (before, after);
        }
    }

    private ImmutableDictionary<string, AttributeValue>? Get(ImmutableDictionary<string, AttributeValue> key) =>
        partitions.TryGetValue(key[Definition.Keys.Hash], out var partition) ? partition.Items.GetValueOrDefault(RangeOf(key)) : null;

    private void Put(ImmutableDictionary<string, AttributeValue> key, ImmutableDictionary<string, AttributeValue>? item)
    {
        var hash = key[Definition.Keys.Hash];
        if (item is null)
        {
            Remove(hash, RangeOf(key));
            return;
        }

        PartitionOf(hash).Items[RangeOf(key)] = item;
        if (ExpiryOf(item) is { } second)
        {
            expiring.Enqueue(item, second);
        }
    }

    private Partition PartitionOf(AttributeValue hash)
    {
        if (!partitions.TryGetValue(hash, out var partition))
        {
            partitions[hash] = partition = new(hash);
            order.Add(PartitionPosition.At(partition));
        }

        return partition;
    }

    private void Remove(AttributeValue hash, AttributeValue range)
    {
        if (partitions.TryGetValue(hash, out var partition) && partition.Items.Remove(range) && partition.Items.Count == 0)
        {
            partitions.Remove(hash);
            order.Remove(PartitionPosition.At(partition));
        }
    }

    /// <summary>Deletes what has expired. AWS does so within days; here it is gone at its second, which no one may rely on.</summary>
    private void Expire()
    {
        var now = clock.GetUtcNow();
        while (expiring.TryPeek(out var item, out var second) && second <= now.ToUnixTimeSeconds())
        {
            expiring.Dequeue();
            if (ReferenceEquals(Get(item), item) && second > (now - OldestExpiry).ToUnixTimeSeconds())
            {
                Put(item, null);
            }
        }
    }

    private long? ExpiryOf(ImmutableDictionary<string, AttributeValue> item) =>
        Definition.TimeToLiveAttribute is { } attribute && item.GetValueOrDefault(attribute) is NumberValue number
            ? number.Number.ToInt64()
            : null;

    private AttributeValue RangeOf(ImmutableDictionary<string, AttributeValue> key) =>
        Definition.Keys.Range is { } range ? key[range] : NoRange;
}
