namespace Engagement.Local.Lambda.Deployment;

/// <summary>A function as it was deployed.</summary>
internal sealed record LambdaDefinition
{
    /// <summary>Physical name.</summary>
    public required string Name { get; init; }

    /// <summary>Unqualified ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>ARN of the execution role.</summary>
    public required string Role { get; init; }

    /// <summary>The published directory, absolute.</summary>
    public required string CodeDirectory { get; init; }

    /// <summary>Name of the executable assembly, without <c>.dll</c>.</summary>
    public required string Handler { get; init; }

    /// <summary>Managed runtime, such as <c>dotnet10</c>.</summary>
    public required string Runtime { get; init; }

    /// <summary>Longest time of an invocation, in real time: 1 to 900 s. Default 3 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Memory in MiB: 128 to 10,240. Default 128.</summary>
    public int MemorySize { get; init; } = 128;

    /// <summary>The function's own environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Invocations at once that are this function's alone, and no more; null where it shares the account's.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>Log group that its lines go to.</summary>
    public required string LogGroup { get; init; }

    /// <summary>Form of its log lines.</summary>
    public LogFormat LogFormat { get; init; }

    /// <summary>Lowest level of the function's own lines, such as <c>INFO</c>; null where unset.</summary>
    public string? ApplicationLogLevel { get; init; }

    /// <summary>Whether Lambda's own lines about each invocation are kept; not where <c>systemLogLevel</c> is <c>WARN</c>.</summary>
    public bool LogsInvocations { get; init; } = true;
}
