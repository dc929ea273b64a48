namespace Faults.Tests.Shrinking;

/// <summary>Makes a failing list small by leaving parts out, as delta debugging does.</summary>
/// <param name="fails">Whether a shorter list fails as well.</param>
/// <param name="tries">How often to ask at most.</param>
internal sealed class Shrinker<T>(Func<IReadOnlyList<T>, Task<bool>> fails, int tries)
{
    private int left = tries;

    /// <summary>The smallest list found that fails. Unless the tries ended before, none of its elements could be left out.</summary>
    /// <param name="failing">A list that fails.</param>
    public async Task<IReadOnlyList<T>> ShrinkAsync(IReadOnlyList<T> failing)
    {
        var size = (failing.Count + 1) / 2;
        while (size > 0 && left > 0)
        {
            var smaller = await WithoutPartsAsync(failing, size);
            // What is left out of a list may make something else superfluous.
            size = size > 1 ? (size + 1) / 2 : smaller.Count < failing.Count ? 1 : 0;
            failing = smaller;
        }

        return failing;
    }

    private async Task<IReadOnlyList<T>> WithoutPartsAsync(IReadOnlyList<T> failing, int size)
    {
        for (var start = 0; start < failing.Count && left > 0;)
        {
            IReadOnlyList<T> without = [.. failing.Take(start), .. failing.Skip(start + size)];
            left--;
            if (await fails(without))
            {
                failing = without;
            }
            else
            {
                start += size;
            }
        }

        return failing;
    }
}
