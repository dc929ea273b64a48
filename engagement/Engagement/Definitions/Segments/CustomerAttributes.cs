namespace Engagement.Definitions.Segments;

/// <summary>
/// What back ends and imports tell the platform of customers, beside what the tracking plan and the announcements set. Nothing else of it
/// is known here than the names, which is what it takes to find a misspelt one.
/// </summary>
public sealed record CustomerAttributes
{
    /// <summary>Names of user attributes, in the order of the file.</summary>
    public IReadOnlyList<string> UserAttributes { get; init; } = [];

    /// <summary>Names of endpoint attributes, in the order of the file.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>Names of endpoint metrics, in the order of the file.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];
}
