using System.Text.Json.Nodes;

namespace Engagement.Local.StepFunctions.Execution;

/// <summary>One run of a state machine.</summary>
internal sealed class StateMachineExecution(StateMachine machine, string name, string input, TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<HistoryEvent> history = [];
    private readonly ClockTimeout stop = new(machine.Definition.Timeout, clock);

    public StateMachine Machine => machine;

    public string Name => name;

    public string Arn => machine.ExecutionArn(name);

    /// <summary>As it was given, JSON.</summary>
    public string Input => input;

    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();

    /// <summary>Cancelled when it is stopped or has taken too long.</summary>
    public CancellationToken Stopped => stop.Token;

    /// <summary><c>RUNNING</c>, <c>SUCCEEDED</c>, <c>FAILED</c>, <c>TIMED_OUT</c> or <c>ABORTED</c>.</summary>
    public string Status { get; private set; } = "RUNNING";

    public DateTimeOffset? EndedAt { get; private set; }

    public string? Output { get; private set; }

    public string? Error { get; private set; }

    public string? Cause { get; private set; }

    public IReadOnlyList<HistoryEvent> History
    {
        get
        {
            lock (gate)
            {
                return [.. history];
            }
        }
    }

    public HistoryEvent Note(DateTimeOffset at, string type, string? detailsName, JsonObject? details)
    {
        lock (gate)
        {
            var noted = new HistoryEvent(history.Count + 1, at, type, detailsName, details);
            history.Add(noted);
            return noted;
        }
    }

    /// <summary>Ends it, unless it has ended.</summary>
    public bool TryEnd(DateTimeOffset at, string status, string? output, string? error, string? cause)
    {
        lock (gate)
        {
            if (EndedAt is not null)
            {
                return false;
            }

            (Status, EndedAt, Output, Error, Cause) = (status, at, output, error, cause);
            return true;
        }
    }

    /// <summary>Has what it does end.</summary>
    public void Stop() => stop.Cancel();

    public void Dispose() => stop.Dispose();
}

/// <summary>One event of an execution's history.</summary>
/// <param name="Id">From 1 on.</param>
/// <param name="At">When.</param>
/// <param name="Type">Such as <c>TaskStateEntered</c>.</param>
/// <param name="DetailsName">Member of the answer that holds the details, such as <c>stateEnteredEventDetails</c>.</param>
/// <param name="Details">What there is to tell.</param>
internal sealed record HistoryEvent(int Id, DateTimeOffset At, string Type, string? DetailsName, JsonObject? Details);
