namespace Engagement.Infra.Gtm.Export;

/// <summary>A variable: where a value comes from.</summary>
internal sealed record ExportedVariable
{
    public required string AccountId { get; init; }

    public required string ContainerId { get; init; }

    public required string VariableId { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required IReadOnlyList<Parameter> Parameter { get; init; }
}
