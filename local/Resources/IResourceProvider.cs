using System.Collections.Immutable;

namespace Engagement.Local.Resources;

/// <summary>Makes the local counterparts of some resource types.</summary>
internal interface IResourceProvider
{
    /// <summary>Pulumi type tokens, such as <c>aws:sqs/queue:Queue</c>, each with what creates one.</summary>
    IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    /// <summary>
    /// What a later deployment does to resources of these types; one of a type without can be created, but neither change nor go.
    /// </summary>
    IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => ImmutableDictionary<string, ResourceLifecycle>.Empty;
}

/// <summary>Creates the counterpart of one registered resource and answers its id and outputs.</summary>
internal delegate Task<ResourceState> CreateResource(ResourceRequest request, CancellationToken cancellationToken);

/// <summary>A resource's id and the outputs that the provider computes; its inputs are outputs already.</summary>
internal sealed record ResourceState(string Id, IReadOnlyDictionary<string, object> Outputs);
