namespace Benchmarks.Growth;

/// <summary>What a series costs at three sizes.</summary>
/// <param name="Series">The series.</param>
/// <param name="Costs">CPU time of one run, garbage collection and compilation included, by the number of things.</param>
internal sealed record GrowthFigure(GrowthSeries Series, IReadOnlyList<(int Number, TimeSpan Cpu)> Costs)
{
    // So short that all series take a minute or two, so long that the clock of the process is exact enough.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>The power with which the cost grows from the second size to the third: 1 is in proportion.</summary>
    public double Exponent => Math.Log10(Costs[2].Cpu / Costs[1].Cpu);

    /// <summary>Measures it.</summary>
    public static async Task<GrowthFigure> MeasureAsync(GrowthSeries series)
    {
        // The compiler's last tier comes after some time.
        await RepeatAsync(series.Prepare(100 * series.First));
        List<(int, TimeSpan)> costs = [];
        foreach (var number in (int[])[series.First, 10 * series.First, 100 * series.First])
        {
            costs.Add((number, await MeasureAsync(series.Prepare(number))));
        }

        return new(series, costs);
    }

    private static async Task<TimeSpan> MeasureAsync(Func<Task> run)
    {
        await RepeatAsync(run);
        GC.Collect();
        return await RepeatAsync(run);
    }

    private static async Task<TimeSpan> RepeatAsync(Func<Task> run)
    {
        var (began, runs) = (Cpu, 0);
        do
        {
            await run();
            runs++;
        }
        while (Cpu - began < Least);

        return (Cpu - began) / runs;
    }

    private static TimeSpan Cpu => Environment.CpuUsage.TotalTime;
}
