namespace Engagement.Pinpoint.Provisioning;

/// <summary>The types of <see cref="ResourceDeclaration"/>.</summary>
public static class ResourceTypes
{
    /// <summary>See <see cref="EndpointDeclaration"/>.</summary>
    public const string Endpoint = "endpoint";

    /// <summary>See <see cref="SegmentDeclaration"/>.</summary>
    public const string Segment = "segment";

    /// <summary>See <see cref="JourneyDeclaration"/>.</summary>
    public const string Journey = "journey";

    /// <summary>See <see cref="SmsTemplateDeclaration"/>.</summary>
    public const string SmsTemplate = "smsTemplate";

    /// <summary>See <see cref="CampaignDeclaration"/>.</summary>
    public const string Campaign = "campaign";
}
