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
        TemplateConfiguration = new() { EmailTemplate = Template(campaign, Channel.Email) },
        MessageConfiguration = campaign.From is null ? null : new() { EmailMessage = new() { FromAddress = campaign.From } },
        Hook = new() { LambdaFunctionName = campaign.HookArn, Mode = CampaignRequest.HookMode },
        Tags = campaign.Tags.Count == 0 ? null : new(campaign.Tags),
    };

    private static Template? Template(CampaignRequest campaign, Channel channel) =>
        campaign.Templates.TryGetValue(channel, out var name) ? new() { Name = name } : null;
}
