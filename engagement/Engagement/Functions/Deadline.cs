namespace Engagement.Functions;

/// <summary>By when an invocation has to be answered.</summary>
public sealed class Deadline : IDisposable
{
    /// <summary>What stays for the answer, the last log lines and what must be written down whatever happens: 3 seconds.</summary>
    public static readonly TimeSpan LongReserve = TimeSpan.FromSeconds(3);

    /// <summary>What stays for the answer and the last log lines, where nothing else follows a call that was cut off: 1 second.</summary>
    public static readonly TimeSpan ShortReserve = TimeSpan.FromSeconds(1);

    // A shorter call is more likely cut off after the service did its work than answered in time.
    private static readonly TimeSpan ShortestStep = TimeSpan.FromSeconds(3);

    private readonly TimeProvider time;
    private readonly TimeSpan remaining;
    private readonly TimeSpan reserve;
    private readonly long start;
    private readonly CancellationTokenSource cancellation;

    /// <param name="time">Tells the time.</param>
    /// <param name="remaining">How long the invocation may still take.</param>
    /// <param name="reserve">How long before its end calls are cut off. Default: <see cref="LongReserve"/>.</param>
    public Deadline(TimeProvider time, TimeSpan remaining, TimeSpan? reserve = null)
    {
        (this.time, this.remaining, this.reserve) = (time, remaining, reserve ?? LongReserve);
        start = time.GetTimestamp();
        var left = remaining - this.reserve;
        cancellation = new(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
    }

    /// <summary>Whether another call may begin: more than 3 seconds are left.</summary>
    public bool AllowsMore => Left > ShortestStep;

    /// <summary>Cancels when only the reserve is left.</summary>
    public CancellationToken Cancellation => cancellation.Token;

    private TimeSpan Left => remaining - time.GetElapsedTime(start);

    /// <summary>The deadline of a caller that may wait for less time than the invocation may take.</summary>
    /// <param name="patience">How long the caller waits, from now on.</param>
    public Deadline Within(TimeSpan patience) => new(time, patience < Left ? patience : Left, reserve);

    /// <inheritdoc/>
    public void Dispose() => cancellation.Dispose();
}
