using System.Text.Json.Nodes;

namespace Engagement.Local.StepFunctions.Definition;

/// <summary>States by name, and which comes first: a state machine's or a Map's.</summary>
internal sealed record StateGraph(string StartAt, IReadOnlyDictionary<string, State> States);

/// <summary>A state, with what states of several types have. Paths are null where the definition says null.</summary>
internal abstract record State
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    public string? InputPath { get; init; } = "$";

    public string? OutputPath { get; init; } = "$";

    /// <summary>Null where the execution ends here, or the type has no next state.</summary>
    public string? Next { get; init; }

    /// <summary>Payload template of the effective input; null for the input itself.</summary>
    public JsonNode? Parameters { get; init; }

    /// <summary>Payload template of the effective result; null for the result itself.</summary>
    public JsonNode? ResultSelector { get; init; }

    public string? ResultPath { get; init; } = "$";

    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    public IReadOnlyList<Catcher> Catch { get; init; } = [];
}

internal sealed record PassState : State
{
    public JsonNode? Result { get; init; }

    public bool HasResult { get; init; }
}

internal sealed record TaskState : State
{
    public required string Resource { get; init; }

    public TimeSpan? Timeout { get; init; }
}

internal sealed record ChoiceState : State
{
    public required IReadOnlyList<ChoiceRule> Choices { get; init; }

    public string? Default { get; init; }
}

/// <summary>Waits for one of the two.</summary>
internal sealed record WaitState : State
{
    public double? Seconds { get; init; }

    public string? SecondsPath { get; init; }
}

internal sealed record SucceedState : State;

internal sealed record FailState : State
{
    public string? Error { get; init; }

    /// <summary>A path or an intrinsic function.</summary>
    public string? ErrorPath { get; init; }

    public string? Cause { get; init; }

    /// <summary>A path or an intrinsic function.</summary>
    public string? CausePath { get; init; }
}

internal sealed record MapState : State
{
    public required StateGraph Processor { get; init; }

    public string ItemsPath { get; init; } = "$";

    public JsonNode? ItemSelector { get; init; }

    /// <summary>Iterations at once; 0 for as many as there may be.</summary>
    public int MaxConcurrency { get; init; }
}

/// <summary>When and how often a state is tried again.</summary>
internal sealed record Retrier(
    IReadOnlyList<string> Errors, double IntervalSeconds, double BackoffRate, int MaxAttempts, double? MaxDelaySeconds)
{
    /// <summary>The wait before a retry, counted from 0.</summary>
    public TimeSpan Delay(int retry) =>
        TimeSpan.FromSeconds(
            Math.Min(IntervalSeconds * Math.Pow(BackoffRate, retry), MaxDelaySeconds ?? TimeSpan.FromDays(365).TotalSeconds));
}

/// <summary>Where an execution goes on after an error.</summary>
internal sealed record Catcher(IReadOnlyList<string> Errors, string Next, string? ResultPath);
