namespace Engagement.Infra.Gtm.Export;

/// <summary>A tag: what happens.</summary>
internal sealed record ExportedTag
{
    public required string AccountId { get; init; }

    public required string ContainerId { get; init; }

    public required string TagId { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required IReadOnlyList<Parameter> Parameter { get; init; }

    public required IReadOnlyList<string> FiringTriggerId { get; init; }

    public required string TagFiringOption { get; init; }

    public required Parameter MonitoringMetadata { get; init; }

    public required ConsentSettings ConsentSettings { get; init; }
}
