using Engagement.Definitions.Segments;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;
using Engagement.Pinpoint.Provisioning;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint.CompanyEvents;

/// <summary>The endpoint that stands for the whole company, and the segment of that endpoint alone: journeys are for segments.</summary>
internal sealed class CompanyAudience : ComponentResource
{
    // An attribute of the endpoint, which no visitor can set: the pixel sets user attributes alone.
    private const string RoleAttribute = "role";

    public CompanyAudience(string name, PinpointProvisioner provisioner, ComponentResourceOptions? options = null)
        : base("engagement:companyEvents:CompanyEndpoint", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        _ = new PinpointResource<EndpointDeclaration>(name, PinpointResourceTypes.Endpoint, new()
        {
            Provisioner = provisioner,
            Name = ReservedNames.CompanyEndpoint,
            Definition = Output.Create(new EndpointDeclaration
            {
                EndpointId = ReservedNames.CompanyEndpoint,
                Channel = Channel,
                Address = ReservedNames.CompanyEndpoint,
                Attributes = new Dictionary<string, IReadOnlyList<string>> { [RoleAttribute] = [ReservedNames.CompanyEndpoint] },
            }),
        }, asChild);
        Segment = new($"{name}-segment", PinpointResourceTypes.Segment, new()
        {
            Provisioner = provisioner,
            // No definition can have this name: a point is not allowed in it.
            Name = $"{ReservedNames.CompanyEndpoint}.endpoint",
            Definition = Output.Create(new SegmentDeclaration
            {
                Conditions =
                [
                    new()
                    {
                        Subject = SegmentSubject.Attribute,
                        Name = RoleAttribute,
                        Operator = SegmentOperator.In,
                        Values = [ReservedNames.CompanyEndpoint],
                    },
                    new() { Subject = SegmentSubject.Channel, Operator = SegmentOperator.In, Values = [Channel] },
                ],
            }),
        }, asChild);
        RegisterOutputs();
    }

    /// <summary>The channel: no message goes to it but a function's call.</summary>
    public static string Channel => "CUSTOM";

    public PinpointResource<SegmentDeclaration> Segment { get; }
}
