using Engagement.Local.StepFunctions.Definition;

namespace Engagement.Local.StepFunctions.Execution;

/// <summary>A state machine.</summary>
internal sealed record StateMachine
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>As it was given, JSON.</summary>
    public required string Text { get; init; }

    public required StateMachineDefinition Definition { get; init; }

    /// <summary>Role that its tasks act as.</summary>
    public required string RoleArn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary><c>ALL</c>, <c>ERROR</c>, <c>FATAL</c> or <c>OFF</c>.</summary>
    public string LogLevel { get; init; } = "OFF";

    public bool LogsData { get; init; }

    public string? LogGroup { get; init; }

    /// <summary>ARN of the execution of that name.</summary>
    public string ExecutionArn(string name) => $"{Arn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";
}
