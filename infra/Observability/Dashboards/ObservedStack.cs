namespace Engagement.Infra.Observability.Dashboards;

/// <summary>What a dashboard shows.</summary>
internal sealed record ObservedStack
{
    public required string Stack { get; init; }

    public required string Region { get; init; }

    /// <summary>Name of the pixel's API.</summary>
    public required string PixelApi { get; init; }

    /// <summary>Dead-letter queues among them.</summary>
    public required IReadOnlyList<ObservedName> Queues { get; init; }

    public required IReadOnlyList<ObservedName> Functions { get; init; }

    /// <summary>ARNs.</summary>
    public required IReadOnlyList<string> Alarms { get; init; }
}
