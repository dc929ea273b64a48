namespace Engagement.Local.Resources;

/// <summary>What becomes of a resource after it was created, as the provider documents it for its type.</summary>
/// <remarks>Which inputs replace a resource, <see cref="Replacements"/> says of every type.</remarks>
internal sealed record ResourceLifecycle
{
    /// <summary>Changes a resource in place. Null where every change replaces it.</summary>
    public UpdateResource? Update { get; init; }

    /// <summary>Removes a resource.</summary>
    public required DeleteResource Delete { get; init; }

    /// <summary>
    /// Input that fixes what the resource is called. Where it is set and stays, a replacement could not exist beside the old resource. So
    /// the old one goes first, as with the provider.
    /// </summary>
    public string NameInput { get; init; } = "name";

    /// <summary>Whether the old resource goes before its replacement comes, whatever its name.</summary>
    public bool DeletesBeforeReplacing { get; init; }

    /// <summary>
    /// Whether an update that failed counts as done the next time, as it does where the provider saves the new inputs all the same.
    /// </summary>
    public bool KeepsInputsOfFailedUpdate { get; init; }
}

/// <summary>Changes a resource in place and answers its id and outputs anew.</summary>
/// <param name="request">The resource as it shall be.</param>
/// <param name="before">The resource as it is.</param>
/// <param name="cancellationToken">Gives up.</param>
internal delegate Task<ResourceState> UpdateResource(ResourceRequest request, DeployedResource before, CancellationToken cancellationToken);

/// <summary>Removes a resource.</summary>
internal delegate Task DeleteResource(DeployedResource resource, CancellationToken cancellationToken);
