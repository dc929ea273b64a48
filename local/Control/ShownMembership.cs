using Engagement.Customers;
using Engagement.Definitions.Segments;
using Engagement.Segments;

namespace Engagement.Local.Control;

/// <summary>Whether a customer belongs to a segment, and why.</summary>
internal sealed record ShownMembership
{
    /// <summary>The segment.</summary>
    public required string Name { get; init; }

    /// <summary>What the file says of it; null when nothing.</summary>
    public required string? Description { get; init; }

    /// <summary>Whether one of the endpoints fits all conditions.</summary>
    public bool IsIn => Endpoints.Any(endpoint => endpoint.IsIn);

    /// <summary>Each endpoint by each condition: a segment is of endpoints.</summary>
    public required IReadOnlyList<ShownFit> Endpoints { get; init; }

    /// <summary>Judges a customer.</summary>
    public static ShownMembership Judge(SegmentDefinition segment, CustomerProfile customer) => new()
    {
        Name = segment.Name,
        Description = segment.Description,
        Endpoints =
        [
            .. customer.Members.OrderBy(member => member.Endpoint.Id, StringComparer.Ordinal)
                .Select(member => ShownFit.From(member.Endpoint.Id, ConditionVerdict.Judge(segment.Conditions, member))),
        ],
    };
}
