namespace Engagement.Definitions;

/// <summary>Finds what a misspelt word was probably meant to be.</summary>
public static class NearestName
{
    /// <returns>The candidate with the fewest edits, when at most a third of it would have to change; otherwise null.</returns>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        var fewest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var edits = Edits(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits < fewest && edits <= Math.Max(1, candidate.Length / 3))
            {
                (best, fewest) = (candidate, edits);
            }
        }

        return best;
    }

    /// <summary>
    /// What an error about an unknown word ends with: <c>; did you mean 'x'?</c>, or <c>; known are x, y</c>, or nothing where nothing is
    /// known.
    /// </summary>
    public static string Hint(string word, IReadOnlyCollection<string> candidates) =>
        Find(word, candidates) is { } near ? $"; did you mean '{near}'?"
        : candidates.Count == 0 ? ""
        : $"; known are {string.Join(", ", candidates)}";

    // Levenshtein distance in which two neighbours that change places are one edit, as they are when typing: "teir" for "tier".
    private static int Edits(string from, string to)
    {
        var (beforeLast, last) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray());
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(substituted, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[to.Length];
    }
}
