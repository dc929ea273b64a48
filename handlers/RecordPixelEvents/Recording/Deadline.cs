using Engagement.Functions;

namespace RecordPixelEvents.Recording;

/// <summary>When this invocation ends. What is not answered by then counts as failed as a whole, the recorded events included.</summary>
/// <param name="time">Tells the time.</param>
/// <param name="remaining">How long the invocation may still take.</param>
internal sealed class Deadline(TimeProvider time, TimeSpan remaining)
{
    // Kept for the answer and the last log lines.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);

    // A shorter attempt would more likely be cut off after Pinpoint took the events than succeed.
    private static readonly TimeSpan ShortestAttempt = TimeSpan.FromSeconds(2);

    private readonly long start = time.GetTimestamp();

    /// <summary>Whether another call may begin.</summary>
    public bool AllowsAttempt => Left >= ShortestAttempt;

    private TimeSpan Left => remaining - Reserve - time.GetElapsedTime(start);

    /// <summary>Cancels when only the time for the answer is left.</summary>
    public CancellationTokenSource NewCancellation() => new(Left > TimeSpan.Zero ? Left : TimeSpan.Zero, time);
}
