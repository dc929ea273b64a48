using System.Text;

namespace Engagement.Local.DynamoDb.Values;

/// <summary>
/// DynamoDB's order of texts (UTF-8 bytes), numbers and bytes (unsigned). Values of other or different types have none, and count as equal.
/// </summary>
internal sealed class ScalarOrder : IComparer<AttributeValue>
{
    public static ScalarOrder Instance { get; } = new();

    /// <summary>Whether the two can be compared.</summary>
    public static bool Comparable(AttributeValue x, AttributeValue y) => x.Type == y.Type && x is TextValue or NumberValue or BinaryValue;

    public int Compare(AttributeValue? x, AttributeValue? y) => (x, y) switch
    {
        (NumberValue a, NumberValue b) => a.Number.CompareTo(b.Number),
        (TextValue a, TextValue b) => Encoding.UTF8.GetBytes(a.Text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b.Text)),
        (BinaryValue a, BinaryValue b) => a.Bytes().AsSpan().SequenceCompareTo(b.Bytes()),
        _ => 0,
    };
}
