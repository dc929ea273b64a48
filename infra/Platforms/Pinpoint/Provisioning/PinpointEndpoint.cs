using Engagement.Provisioning;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.Provisioning;

/// <summary>An endpoint that the stack itself owns.</summary>
internal sealed class PinpointEndpoint : ComponentResource
{
    public PinpointEndpoint(string name, PinpointResourceArgs<EndpointDeclaration> args, ComponentResourceOptions? options = null)
        : base("engagement:provisioning:PinpointEndpoint", name, options)
    {
        var made = ProvisionedInvocation.Create(name, args, ResourceTypes.Endpoint, ProvisioningJson.Default.EndpointDeclaration, this);
        Id = made.Apply(resource => resource.Id);
        Arn = made.Apply(resource => resource.Arn);
        RegisterOutputs();
    }

    /// <summary>Pinpoint's id, known once it exists.</summary>
    public Output<string> Id { get; }

    public Output<string> Arn { get; }
}
