using System.Globalization;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Pinpoint.Campaigns;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>Campaigns by Pinpoint's API.</summary>
public sealed class PinpointCampaignResources(PinpointApplication application) : ICampaignResources
{
    public async Task<IReadOnlyList<FoundCampaign>> FindAsync(string name, CancellationToken cancellation)
    {
        var all = await PinpointApplication.AllAsync<CampaignResponse>(async token =>
        {
            var request = new GetCampaignsRequest
            {
                ApplicationId = application.Id,
                PageSize = PinpointApplication.PageSize,
                Token = token,
            };
            var answer = await PinpointApplication.CallAsync(
                $"looking for campaign '{name}'", application.Client.GetCampaignsAsync(request, cancellation));
            return (answer.CampaignsResponse.Item, answer.CampaignsResponse.NextToken);
        });
        return
        [
            .. all.Where(campaign => application.IsTagged(campaign.Tags, name) && campaign.State?.CampaignStatus != CampaignStatus.DELETED)
                .OrderBy(campaign => campaign.CreationDate, StringComparer.Ordinal)
                .Select(campaign => new FoundCampaign(campaign.Id, campaign.Arn, HasStarted(campaign), StartOf(campaign.Schedule))),
        ];
    }

    public async Task<ProvisionedResource> CreateAsync(string name, CampaignDeclaration campaign, CancellationToken cancellation)
    {
        var tags = application.Tags(name);
        foreach (var (key, value) in campaign.Tags)
        {
            tags.Add(key, value);
        }

        var write = CampaignMapping.Request(Request(campaign) with { Tags = tags });
        var request = new CreateCampaignRequest { ApplicationId = application.Id, WriteCampaignRequest = write };
        var made = (await PinpointApplication.CallAsync(
            $"creating campaign '{name}'",
            application.Client.CreateCampaignAsync(request, cancellation))).CampaignResponse;
        return new(made.Id, made.Arn);
    }

    public Task UpdateAsync(string id, CampaignDeclaration campaign, CancellationToken cancellation) => PinpointApplication.CallAsync(
        $"updating campaign '{campaign.DisplayName}' ({id})",
        application.Client.UpdateCampaignAsync(
            new() { ApplicationId = application.Id, CampaignId = id, WriteCampaignRequest = CampaignMapping.Request(Request(campaign)) },
            cancellation));

    public Task DeleteAsync(string id, CancellationToken cancellation) => PinpointApplication.RemoveAsync(
        $"deleting campaign {id}",
        application.Client.DeleteCampaignAsync(new() { ApplicationId = application.Id, CampaignId = id }, cancellation));

    private static bool HasStarted(CampaignResponse campaign) =>
        campaign.State?.CampaignStatus is { } status && status != CampaignStatus.SCHEDULED && status != CampaignStatus.PAUSED;

    private static DateTimeOffset? StartOf(Schedule? schedule) =>
        DateTimeOffset.TryParse(schedule?.StartTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : null;

    private static CampaignRequest Request(CampaignDeclaration campaign) => new()
    {
        Name = campaign.DisplayName,
        SegmentId = campaign.SegmentId,
        Start = campaign.Start,
        Templates = Templates(campaign),
        TextType = campaign.TextType,
        From = campaign.From,
        HookArn = campaign.HookArn,
    };

    private static Dictionary<Channel, string> Templates(CampaignDeclaration campaign)
    {
        var templates = new Dictionary<Channel, string>();
        if (campaign.Template is { } email)
        {
            templates.Add(Channel.Email, email);
        }

        if (campaign.SmsTemplate is { } sms)
        {
            templates.Add(Channel.Sms, sms);
        }

        return templates;
    }
}
