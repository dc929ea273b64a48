namespace Engagement.Cli.Customers.Import;

/// <summary>Keeps rows below a rate. What was missed is caught up for a second at most.</summary>
/// <param name="perSecond">Rows a second, above 0.</param>
/// <param name="time">Tells the time.</param>
internal sealed class ImportPace(double perSecond, TimeProvider time)
{
    // Waits are no finer than a clock's tick.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan CaughtUp = TimeSpan.FromSeconds(1);

    private readonly TimeSpan interval = TimeSpan.FromSeconds(1 / perSecond);
    private DateTimeOffset next = time.GetUtcNow();

    /// <summary>Waits for a row's turn. One caller at a time.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var earliest = now - CaughtUp;
        next = next > earliest ? next : earliest;
        if (next - now is var wait && wait > Shortest)
        {
            await Task.Delay(wait, time, cancellation);
        }

        next += interval;
    }
}
