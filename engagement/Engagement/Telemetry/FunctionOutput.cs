namespace Engagement.Telemetry;

/// <summary>A function's standard output, from which CloudWatch takes log lines and metrics.</summary>
public sealed class FunctionOutput : IDisposable
{
    private readonly Stream stream = Console.OpenStandardOutput();

    /// <param name="time">Stamps metrics.</param>
    /// <param name="stack">The environment's name, a dimension of every metric.</param>
    public FunctionOutput(TimeProvider time, string stack)
    {
        var lines = new JsonLineWriter(stream);
        Log = new(lines);
        Metrics = new(lines, time, stack);
    }

    /// <summary>Takes log lines.</summary>
    public LogWriter Log { get; }

    /// <summary>Takes metrics.</summary>
    public MetricsWriter Metrics { get; }

    public void Dispose() => stream.Dispose();

    /// <summary>Both, by name.</summary>
    public void Deconstruct(out LogWriter log, out MetricsWriter metrics) => (log, metrics) = (Log, Metrics);
}
