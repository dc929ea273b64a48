using Engagement.Provisioning;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.Provisioning;

/// <summary>A journey. Its id is another after each change: the activities of an active journey cannot change.</summary>
internal sealed class PinpointJourney : ComponentResource
{
    public PinpointJourney(string name, PinpointResourceArgs<JourneyDeclaration> args, ComponentResourceOptions? options = null)
        : base("engagement:provisioning:PinpointJourney", name, options)
    {
        var made = ProvisionedInvocation.Create(name, args, ResourceTypes.Journey, ProvisioningJson.Default.JourneyDeclaration, this);
        Id = made.Apply(resource => resource.Id);
        Arn = made.Apply(resource => resource.Arn);
        RegisterOutputs();
    }

    /// <summary>Pinpoint's id, known once it exists.</summary>
    public Output<string> Id { get; }

    public Output<string> Arn { get; }
}
