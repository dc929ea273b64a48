using Engagement.Pinpoint.Provisioning;

namespace Engagement.Infra.Platforms.Pinpoint.Provisioning;

/// <summary>The types there are.</summary>
internal static class PinpointResourceTypes
{
    /// <summary>A campaign that the stack itself declares. Once it has started it stays as it is.</summary>
    public static PinpointResourceType<CampaignDeclaration> Campaign { get; } =
        new("PinpointCampaign", ResourceTypes.Campaign, ProvisioningJson.Default.CampaignDeclaration);

    /// <summary>An endpoint that the stack itself owns.</summary>
    public static PinpointResourceType<EndpointDeclaration> Endpoint { get; } =
        new("PinpointEndpoint", ResourceTypes.Endpoint, ProvisioningJson.Default.EndpointDeclaration);

    /// <summary>A journey. Its id is another after each change: the activities of an active journey cannot change.</summary>
    public static PinpointResourceType<JourneyDeclaration> Journey { get; } =
        new("PinpointJourney", ResourceTypes.Journey, ProvisioningJson.Default.JourneyDeclaration);

    /// <summary>An SMS template. Its id is its name.</summary>
    public static PinpointResourceType<SmsTemplateDeclaration> SmsTemplate { get; } =
        new("PinpointSmsTemplate", ResourceTypes.SmsTemplate, ProvisioningJson.Default.SmsTemplateDeclaration);

    /// <summary>A dimensional segment. Its id stays when it changes.</summary>
    public static PinpointResourceType<SegmentDeclaration> Segment { get; } =
        new("PinpointSegment", ResourceTypes.Segment, ProvisioningJson.Default.SegmentDeclaration);
}
