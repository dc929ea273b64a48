namespace Engagement.Local.Platforms;

/// <summary>Puts messages of two kinds into one order.</summary>
internal static class NewestFirst
{
    /// <summary>Merges two rows of messages, each newest first. Neither is read further than the result is.</summary>
    public static IEnumerable<OutboxMessage> Merge(IEnumerable<OutboxMessage> some, IEnumerable<OutboxMessage> others)
    {
        using var left = some.GetEnumerator();
        using var right = others.GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        while (hasLeft || hasRight)
        {
            if (hasLeft && (!hasRight || left.Current.At >= right.Current.At))
            {
                yield return left.Current;
                hasLeft = left.MoveNext();
            }
            else
            {
                yield return right.Current;
                hasRight = right.MoveNext();
            }
        }
    }
}
