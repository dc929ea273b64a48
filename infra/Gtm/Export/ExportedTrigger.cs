namespace Engagement.Infra.Gtm.Export;

/// <summary>A trigger: when a tag fires.</summary>
internal sealed record ExportedTrigger
{
    public required string AccountId { get; init; }

    public required string ContainerId { get; init; }

    public required string TriggerId { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>For a custom event exactly one: which event.</summary>
    public required IReadOnlyList<TriggerFilter> CustomEventFilter { get; init; }
}
