namespace Engagement.Local.Faults;

/// <summary>Chance that repeats itself: the same seed gives the same numbers, on every machine and version (SplitMix64).</summary>
internal sealed class Dice(long seed)
{
    private ulong state = unchecked((ulong)seed);

    /// <summary>The next number, from 0 up to but not including 1.</summary>
    public double Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53);
        }
    }
}
