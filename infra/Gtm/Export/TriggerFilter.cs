namespace Engagement.Infra.Gtm.Export;

/// <summary>A comparison of <c>arg0</c> with <c>arg1</c>.</summary>
internal sealed record TriggerFilter
{
    public required string Type { get; init; }

    public required IReadOnlyList<Parameter> Parameter { get; init; }
}
