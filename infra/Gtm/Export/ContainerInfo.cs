namespace Engagement.Infra.Gtm.Export;

/// <summary>The container that the export is of.</summary>
internal sealed record ContainerInfo
{
    public required string Path { get; init; }

    public required string AccountId { get; init; }

    public required string ContainerId { get; init; }

    public required string Name { get; init; }

    public required string PublicId { get; init; }

    public required IReadOnlyList<string> UsageContext { get; init; }
}
