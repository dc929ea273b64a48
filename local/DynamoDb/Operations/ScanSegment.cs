using Engagement.Local.DynamoDb.Protocol;
using Engagement.Local.DynamoDb.Tables;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>The share of a table that one of several parallel scans reads: whole partitions, spread by a hash of their keys.</summary>
/// <param name="Number">Counted from 0.</param>
/// <param name="Count">How many shares there are.</param>
internal sealed record ScanSegment(int Number, int Count)
{
    /// <summary>The share that a request asks for; null where it asks for everything.</summary>
    /// <exception cref="Aws.AwsException">It asks for none that there is.</exception>
    public static ScanSegment? Read(DynamoCall call) => (call.Number("Segment"), call.Number("TotalSegments")) switch
    {
        (null, null) => null,
        (_, null) =>
            throw DynamoError.Validation(
                "The TotalSegments parameter is required but was not present in the request when Segment parameter is present"),
        (null, _) =>
            throw DynamoError.Validation(
                "The Segment parameter is required but was not present in the request when parameter TotalSegments is present"),
        var (number, count) when number >= count => throw DynamoError.Validation(
            $"The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: {number} is not less than "
                + $"TotalSegments: {count}"),
        var (number, count) => new(number.Value, count.Value),
    };

    /// <summary>The smallest place of a partition in it.</summary>
    public uint First => Start(Number);

    /// <summary>The greatest place of a partition in it.</summary>
    public uint Last => Number == Count - 1 ? uint.MaxValue : Start(Number + 1) - 1;

    /// <summary>Whether the partition of this key is in it.</summary>
    public bool Holds(AttributeValue hash) => Partition.PlaceOf(hash) is var place && place >= First && place <= Last;

    // Rounded up: the shares are as equal as whole places allow.
    private uint Start(int number) => (uint)((((ulong)number << 32) + (ulong)Count - 1) / (ulong)Count);
}
