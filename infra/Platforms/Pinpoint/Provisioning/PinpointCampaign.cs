using Engagement.Provisioning;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.Provisioning;

/// <summary>A campaign that the stack itself declares. Once it has started it stays as it is.</summary>
internal sealed class PinpointCampaign : ComponentResource
{
    public PinpointCampaign(string name, PinpointResourceArgs<CampaignDeclaration> args, ComponentResourceOptions? options = null)
        : base("engagement:provisioning:PinpointCampaign", name, options)
    {
        var made = ProvisionedInvocation.Create(name, args, ResourceTypes.Campaign, ProvisioningJson.Default.CampaignDeclaration, this);
        Id = made.Apply(resource => resource.Id);
        Arn = made.Apply(resource => resource.Arn);
        RegisterOutputs();
    }

    /// <summary>Pinpoint's id, known once it exists.</summary>
    public Output<string> Id { get; }

    public Output<string> Arn { get; }
}
