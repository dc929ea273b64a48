using Amazon.Pinpoint.Model;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>A <see cref="CampaignRequest"/> as the SDK's.</summary>
internal static class CampaignMapping
{
    public static WriteCampaignRequest Request(CampaignRequest campaign) => new()
    {
        Name = campaign.Name,
        SegmentId = campaign.SegmentId,
        Schedule = new() { StartTime = campaign.StartTime, Frequency = CampaignRequest.Frequency },
        TemplateConfiguration = new()
        {
            EmailTemplate = Template(campaign, Channel.Email),
            SMSTemplate = Template(campaign, Channel.Sms),
        },
        MessageConfiguration = Settings(campaign),
        Hook = new() { LambdaFunctionName = campaign.HookArn, Mode = CampaignRequest.HookMode },
        Tags = campaign.Tags.Count == 0 ? null : new(campaign.Tags),
    };

    private static MessageConfiguration? Settings(CampaignRequest campaign) => campaign is { From: null, TextType: null }
        ? null
        : new()
        {
            EmailMessage = campaign.From is null ? null : new() { FromAddress = campaign.From },
            SMSMessage = campaign.TextType is null ? null : new() { MessageType = campaign.TextType },
        };

    private static Template? Template(CampaignRequest campaign, Channel channel) =>
        campaign.Templates.TryGetValue(channel, out var name) ? new() { Name = name } : null;
}
