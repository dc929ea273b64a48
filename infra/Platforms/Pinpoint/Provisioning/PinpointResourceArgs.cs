using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.Provisioning;

/// <summary>What a <see cref="PinpointResource{T}"/> is made of.</summary>
internal sealed record PinpointResourceArgs<T>
{
    /// <summary>What makes it.</summary>
    public required PinpointProvisioner Provisioner { get; init; }

    /// <summary>Its name in Pinpoint and in the tags that it is found again by; once for each type.</summary>
    public required string Name { get; init; }

    public required Output<T> Definition { get; init; }

    /// <summary>What has to be there first, without standing in the definition.</summary>
    public InputList<Resource> DependsOn { get; init; } = [];
}
