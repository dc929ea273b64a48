using System.Collections.Immutable;
using Engagement.Local.DynamoDb.Values;

namespace Engagement.Local.DynamoDb.Expressions;

/// <summary>One step into a value: a map's member by name, or a list's element by index.</summary>
/// <param name="Name">Null where the step is an index.</param>
/// <param name="Index">Counted from 0.</param>
internal readonly record struct PathStep(string? Name, int Index)
{
    public override string ToString() => Name ?? $"[{Index}]";
}

/// <summary>How two paths get into each other's way.</summary>
internal enum PathMeeting
{
    /// <summary>One stands at or within the other.</summary>
    Overlap,

    /// <summary>What is a map to one is a list to the other.</summary>
    Conflict,
}

/// <summary>Where in an item something stands, such as <c>a.b[0]</c>.</summary>
/// <param name="Attribute">Name of the item's attribute.</param>
/// <param name="Steps">From there on.</param>
internal sealed record DocumentPath(string Attribute, ImmutableArray<PathStep> Steps)
{
    /// <summary>All steps, the attribute's name first.</summary>
    public IEnumerable<PathStep> All => Steps.Prepend(new(Attribute, 0));

    /// <summary>What stands there, or null.</summary>
    public AttributeValue? Find(ImmutableDictionary<string, AttributeValue> item) =>
        Steps.Aggregate(item.GetValueOrDefault(Attribute), (value, step) => (value, step.Name) switch
    {
        (MapValue map, { } name) => map.Members.GetValueOrDefault(name),
        (ListValue list, null) when step.Index < list.Elements.Count => list.Elements[step.Index],
        _ => null,
    });

    /// <summary>How the two get into each other's way; null where they do not.</summary>
    public PathMeeting? Meets(DocumentPath other)
    {
        foreach (var (mine, others) in All.Zip(other.All))
        {
            if (mine != others)
            {
                return mine.Name is null == others.Name is null ? null : PathMeeting.Conflict;
            }
        }

        return PathMeeting.Overlap;
    }

    public bool Equals(DocumentPath? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Aggregate(0, HashCode.Combine);

    public override string ToString() => $"[{string.Join(", ", All)}]";
}
