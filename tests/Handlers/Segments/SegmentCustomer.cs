using Engagement.Segments;

namespace Handlers.Tests.Segments;

/// <summary>A customer of the table of cases.</summary>
internal sealed record SegmentCustomer : ISegmentMember
{
    public string? UserId { get; init; }

    public Dictionary<string, string[]> UserAttributes { get; init; } = [];

    public Dictionary<string, string[]> Attributes { get; init; } = [];

    public Dictionary<string, double> Metrics { get; init; } = [];

    public string? Channel { get; init; }

    public string? Country { get; init; }

    public string? Platform { get; init; }

    public string? Make { get; init; }

    public string? Model { get; init; }

    public string? AppVersion { get; init; }

    public string? Address { get; init; }

    public string? OptOut { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<string>? UserAttribute(string name) => UserAttributes.GetValueOrDefault(name);

    public IReadOnlyList<string>? Attribute(string name) => Attributes.GetValueOrDefault(name);

    public double? Metric(string name) => Metrics.TryGetValue(name, out var value) ? value : null;
}
