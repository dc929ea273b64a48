namespace Engagement.Local.Control;

/// <summary>A part of a list that may be long.</summary>
/// <param name="Items">At most <see cref="Most"/> of them.</param>
/// <param name="Next">Id to pass as <c>before</c> for the part that follows; null at the end.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Makes parts of lists.</summary>
internal static class ListPage
{
    /// <summary>Most items of a part.</summary>
    public const int Most = 200;

    private const int Usual = 50;

    /// <param name="items">The whole list. It is read no further than the part.</param>
    /// <param name="idOf">The id of an item.</param>
    /// <param name="limit">How many, 1 to <see cref="Most"/>; null: 50.</param>
    /// <param name="before">The id of the last item of the part before; null begins.</param>
    public static ListPage<T> From<T>(IEnumerable<T> items, Func<T, string> idOf, int? limit, string? before)
    {
        var size = Math.Clamp(limit ?? Usual, 1, Most);
        var rest = before is null ? items : items.SkipWhile(item => idOf(item) != before).Skip(1);
        List<T> read = [.. rest.Take(size + 1)];
        return read.Count > size ? new(read[..size], idOf(read[size - 1])) : new(read, Next: null);
    }
}
