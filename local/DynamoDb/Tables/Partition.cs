using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Tables;

/// <summary>The items of one partition key, in the order of their sort key.</summary>
internal sealed class Partition(AttributeValue hash)
{
    /// <summary>The partition key.</summary>
    public AttributeValue Hash => hash;

    /// <summary>Where it lies among all partitions: a hash of its key, which spreads them evenly over the segments of a scan.</summary>
    public uint Place { get; } = PlaceOf(hash);

    /// <summary>The items, by sort key.</summary>
    public SortedDictionary<AttributeValue, ImmutableDictionary<string, AttributeValue>> Items { get; } = new(ScalarOrder.Instance);

    /// <summary>The place of a partition key.</summary>
    public static uint PlaceOf(AttributeValue hash) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{hash.Type}{hash.Content()}")));
}
