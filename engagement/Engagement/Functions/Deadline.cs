namespace Engagement.Functions;

/// <summary>By when an invocation has to be answered.</summary>
public sealed class Deadline
{
    // Kept for the answer, what must be written down whatever happens, and the last log lines.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(3);

    private readonly TimeProvider time;
    private readonly TimeSpan budget;
    private readonly long start;

    /// <param name="time">Tells the time.</param>
    /// <param name="remaining">How long the invocation may still take.</param>
    /// <param name="patience">How long the caller waits, if less; null when it waits for the invocation's end.</param>
    public Deadline(TimeProvider time, TimeSpan remaining, TimeSpan? patience = null)
    {
        this.time = time;
        budget = (patience < remaining ? patience.Value : remaining) - Reserve;
        start = time.GetTimestamp();
    }

    /// <summary>Whether something more may begin.</summary>
    public bool AllowsMore => Left > TimeSpan.Zero;

    private TimeSpan Left => budget - time.GetElapsedTime(start);

    /// <summary>Cancels when only the reserve is left.</summary>
    public CancellationTokenSource NewCancellation() => new(Left > TimeSpan.Zero ? Left : TimeSpan.Zero, time);
}
