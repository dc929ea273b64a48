namespace Benchmarks.Load;

/// <summary>The middle of some values, and what one in a hundred exceeds.</summary>
internal sealed record Percentiles(double Median, double P99)
{
    /// <param name="values">The values in any order; 0 where there are none.</param>
    public static Percentiles From(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? new(0, 0) : new(sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100]);
    }
}
