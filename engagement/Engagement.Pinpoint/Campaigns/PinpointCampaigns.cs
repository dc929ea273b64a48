using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Launching;
using Engagement.Services;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>Campaigns of a Pinpoint application.</summary>
/// <param name="client">Calls Pinpoint.</param>
/// <param name="target">Where they are created.</param>
/// <param name="time">Tells the time.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class PinpointCampaigns(IAmazonPinpoint client, CampaignTarget target, TimeProvider time, AwsCalls calls) : ICampaigns
{
    // What the API takes at most; it is text there.
    private const string PageSize = "100";

    /// <summary>A function's, whose client makes single attempts: what is to be tried again has to be looked for first.</summary>
    public static PinpointCampaigns Open(FunctionHost host) =>
        new(host.Own(PinpointClients.CreateForSingleAttempts()), CampaignTarget.Read(host.Environment), host.Time, host.Calls);

    public async Task<string?> FindAsync(CampaignIdentity identity, CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var request = new GetCampaignsRequest { ApplicationId = target.ApplicationId, PageSize = PageSize, Token = token };
            var page = (await calls.CallAsync(
                PinpointMetrics.Service,
                () => client.GetCampaignsAsync(request, cancellation))).CampaignsResponse;
            if (page?.Item?.Find(campaign => campaign.Tags is { } tags && CampaignIdentity.FromTags(tags) == identity) is { } found)
            {
                return found.Id;
            }

            token = page?.NextToken;
        }
        while (!string.IsNullOrEmpty(token));

        return null;
    }

    public async Task<string> CreateAsync(PlannedCampaign campaign, CancellationToken cancellation)
    {
        var request = Request(campaign, CampaignStart.From(campaign, time.GetUtcNow()));
        var answer = await calls.CallAsync(PinpointMetrics.Service, () => client.CreateCampaignAsync(request, cancellation));
        return answer.CampaignResponse.Id;
    }

    private CreateCampaignRequest Request(PlannedCampaign campaign, DateTimeOffset? start)
    {
        var channels = target.Channels.GetValueOrDefault(campaign.Template, TemplateChannels.Default);
        return new()
        {
            ApplicationId = target.ApplicationId,
            WriteCampaignRequest = CampaignMapping.Request(new()
            {
                Name = campaign.Identity.Name,
                SegmentId = target.SegmentIds.TryGetValue(campaign.Segment, out var id)
                    ? id
                    : throw new ServiceException(ServiceFailure.Refused, $"SEGMENT_IDS has no id for the segment '{campaign.Segment}'"),
                Start = start,
                Templates = CampaignRequest.TemplatesOf(target.TemplatePrefix + campaign.Template, channels),
                TextType = channels.Contains(Channel.Sms) ? target.TextTypes.GetValueOrDefault(campaign.Identity.Announcement) : null,
                HookArn = target.FilterFunctionArn,
                Tags = campaign.Identity.Tags,
            }),
        };
    }
}
