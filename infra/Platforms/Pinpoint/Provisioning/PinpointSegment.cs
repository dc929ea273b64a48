using Engagement.Provisioning;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.Provisioning;

/// <summary>A dimensional segment. Its id stays when it changes.</summary>
internal sealed class PinpointSegment : ComponentResource
{
    public PinpointSegment(string name, PinpointResourceArgs<SegmentDeclaration> args, ComponentResourceOptions? options = null)
        : base("engagement:provisioning:PinpointSegment", name, options)
    {
        var made = ProvisionedInvocation.Create(name, args, ResourceTypes.Segment, ProvisioningJson.Default.SegmentDeclaration, this);
        Id = made.Apply(resource => resource.Id);
        Arn = made.Apply(resource => resource.Arn);
        RegisterOutputs();
    }

    /// <summary>Pinpoint's id, known once it exists.</summary>
    public Output<string> Id { get; }

    public Output<string> Arn { get; }
}
