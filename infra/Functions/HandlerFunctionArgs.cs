using Engagement.Definitions.Functions;

namespace Engagement.Infra.Functions;

/// <summary>What a <see cref="HandlerFunction"/> is made of.</summary>
internal sealed record HandlerFunctionArgs
{
    /// <summary>Handler project, which is also the assembly that Lambda starts.</summary>
    public required string Handler { get; init; }

    public required FunctionDefaults Defaults { get; init; }

    /// <summary>What the handler needs of the definitions.</summary>
    public IReadOnlyList<FunctionDefinition> Definitions { get; init; } = [];

    /// <summary>Longest time that one invocation may take, in seconds, 1 to 900.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>Invocations at once that are this function's alone, and no more; null where it shares the account's.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>What the function uses, beside its own log and its source; no environment variable comes twice.</summary>
    public required IReadOnlyList<Grant> Grants { get; init; }

    /// <summary>The queue that it consumes; null where something else calls it.</summary>
    public QueueSource? Source { get; init; }
}
