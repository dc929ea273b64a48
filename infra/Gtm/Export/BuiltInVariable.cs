namespace Engagement.Infra.Gtm.Export;

/// <summary>A variable of GTM's own that the container switches on.</summary>
internal sealed record BuiltInVariable
{
    public required string AccountId { get; init; }

    public required string ContainerId { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }
}
