using System.Collections.Immutable;
using Pulumi;

namespace Engagement.Local.Plans;

/// <summary>A resource as the program declares it.</summary>
internal sealed record DeclaredResource
{
    public required Resource Resource { get; init; }

    public string Type => Resource.GetResourceType();

    public string Name => Resource.GetResourceName();

    /// <summary>The components that it is part of, the outermost first.</summary>
    public required ImmutableArray<Resource> Within { get; init; }

    /// <summary>Whether Pulumi refuses to delete it; inherited from the components that it is part of.</summary>
    public required bool Protect { get; init; }

    public required ResourceOptions Options { get; init; }
}
