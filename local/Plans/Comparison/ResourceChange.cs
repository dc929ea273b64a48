using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Engagement.Local.Plans.Comparison;

/// <summary>What happens to a resource.</summary>
internal enum ChangeKind
{
    /// <summary>It is made.</summary>
    Added,

    /// <summary>It stays, and some of its properties change.</summary>
    Changed,

    /// <summary>Another takes its place: the provider cannot change what differs.</summary>
    Replaced,

    /// <summary>It is deleted.</summary>
    Removed,
}

/// <summary>What happens to a resource, or to one of the plan's other parts.</summary>
internal sealed record ResourceChange
{
    public required ChangeKind Kind { get; init; }

    /// <summary>The resource's name in the plan.</summary>
    public required string Name { get; init; }

    /// <summary>Type token; empty for a part of the plan that is no resource.</summary>
    public required string Type { get; init; }

    /// <summary>The resource before; null for a new one.</summary>
    public required JsonNode? Before { get; init; }

    /// <summary>The resource now; null for one that is gone.</summary>
    public required JsonNode? After { get; init; }

    /// <summary>What differs of a resource that stays or is replaced.</summary>
    public required ImmutableArray<PropertyChange> Properties { get; init; }

    /// <summary>Why it is replaced; null where it is not.</summary>
    public string? Because { get; init; }

    /// <summary>Whether Pulumi refuses this, because the resource is protected and would be deleted.</summary>
    public bool IsRefused => Kind is ChangeKind.Removed or ChangeKind.Replaced && (bool?)Before?["options"]?["protect"] == true;
}
