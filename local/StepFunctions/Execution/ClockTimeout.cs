namespace Engagement.Local.StepFunctions.Execution;

/// <summary>A cancellation after a time on the clock. The framework's own ends at 49 days; States' time-outs may be three years.</summary>
internal sealed class ClockTimeout : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly ITimer? timer;

    /// <param name="timeout">After how long; null for never.</param>
    /// <param name="clock">Whose time counts.</param>
    public ClockTimeout(TimeSpan? timeout, TimeProvider clock) =>
        timer = timeout is { } length ? clock.CreateTimer(_ => Cancel(), null, length, Timeout.InfiniteTimeSpan) : null;

    public CancellationToken Token => source.Token;

    public void Cancel()
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // What it would have stopped has ended just before.
        }
    }

    public void Dispose()
    {
        timer?.Dispose();
        source.Dispose();
    }
}
