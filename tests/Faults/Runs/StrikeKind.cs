namespace Faults.Tests.Runs;

/// <summary>What happens to a call.</summary>
internal enum StrikeKind
{
    /// <summary>There are too many calls.</summary>
    Throttled,

    /// <summary>The service fails with a 5xx.</summary>
    Failed,

    /// <summary>No answer comes.</summary>
    TimedOut,

    /// <summary>The answer is late, and in time.</summary>
    Slow,

    /// <summary>The connection breaks before anything is done.</summary>
    Broken,

    /// <summary>What was asked for is done, and its answer is lost.</summary>
    AnswerLost,

    /// <summary>Every second entry of a batch fails.</summary>
    HalfABatch,

    /// <summary>The function ends: after the call, or of <c>lambda</c> in the midst of its work.</summary>
    Killed,
}
