namespace Engagement.Infra.Gtm.Export;

/// <summary>Everything that a container holds.</summary>
internal sealed record ContainerVersion
{
    public required string Path { get; init; }

    public required string AccountId { get; init; }

    public required string ContainerId { get; init; }

    public required string ContainerVersionId { get; init; }

    public required ContainerInfo Container { get; init; }

    public required IReadOnlyList<ExportedTag> Tag { get; init; }

    public required IReadOnlyList<ExportedTrigger> Trigger { get; init; }

    public required IReadOnlyList<ExportedVariable> Variable { get; init; }

    public required IReadOnlyList<BuiltInVariable> BuiltInVariable { get; init; }
}
