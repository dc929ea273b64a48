using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Tables;

/// <summary>A position among the partitions of a table: a partition itself, or before or after all partitions of a place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Side">Before all of the place (-1), at a partition (0), or after all of the place (1).</param>
/// <param name="Partition">The partition; null beside all of them.</param>
/// <param name="Hash">Its key; null beside all of them.</param>
internal readonly record struct PartitionPosition(uint Place, int Side, Partition? Partition, AttributeValue? Hash)
    : IComparable<PartitionPosition>
{
    /// <summary>Where a partition lies.</summary>
    public static PartitionPosition At(Partition partition) => new(partition.Place, 0, partition, partition.Hash);

    /// <summary>Where the partition of a key lies, or would.</summary>
    public static PartitionPosition At(AttributeValue hash) => new(Tables.Partition.PlaceOf(hash), 0, null, hash);

    /// <summary>Before the first partition that could have the place.</summary>
    public static PartitionPosition Before(uint place) => new(place, -1, null, null);

    /// <summary>After the last partition that could have the place.</summary>
    public static PartitionPosition After(uint place) => new(place, 1, null, null);

    public int CompareTo(PartitionPosition other) =>
        Place != other.Place ? Place.CompareTo(other.Place)
        : Side != other.Side ? Side.CompareTo(other.Side)
        : Side == 0 ? ScalarOrder.Instance.Compare(Hash, other.Hash)
        : 0;
}
