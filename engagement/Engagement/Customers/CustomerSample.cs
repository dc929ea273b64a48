namespace Engagement.Customers;

/// <summary>
/// A few of many customers, each as likely as any other and the same in each run: those whose ids have the smallest hashes. So a sample
/// does not depend on which share is read first.
/// </summary>
/// <param name="most">How many.</param>
public sealed class CustomerSample(int most)
{
    private readonly SortedSet<(uint Hash, string Id)> kept = [];

    /// <summary>The ids, in their order.</summary>
    public IReadOnlyList<string> Ids => [.. kept.Select(each => each.Id).Order(StringComparer.Ordinal)];

    /// <summary>Offers an id; one that was offered before is the same.</summary>
    public void Add(string id)
    {
        kept.Add((Hash(id), id));
        if (kept.Count > most)
        {
            kept.Remove(kept.Max);
        }
    }

    // FNV-1a: the same on every machine.
    private static uint Hash(string id)
    {
        var hash = 2_166_136_261u;
        foreach (var character in id)
        {
            hash = unchecked((hash ^ character) * 16_777_619u);
        }

        return hash;
    }
}
