namespace Benchmarks.Profiling;

/// <summary>What work took: CPU time of the process, and memory that was allocated.</summary>
internal readonly record struct Cost(TimeSpan Cpu, long Bytes)
{
    public static async Task<Cost> MeasureAsync(Func<Task> work)
    {
        var (cpu, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        await work();
        return new(Environment.CpuUsage.TotalTime - cpu, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    /// <summary>That of one of several equal things.</summary>
    public Cost Of(long count) => new(Cpu / count, Bytes / count);
}
