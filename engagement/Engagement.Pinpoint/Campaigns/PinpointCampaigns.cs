using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Aws;
using Engagement.CompanyEvents;
using Engagement.Services;
using Engagement.Times;
using LaunchCampaigns.Launching;

namespace LaunchCampaigns.Pinpoint;

/// <summary>Campaigns of a Pinpoint application.</summary>
/// <param name="client">Calls Pinpoint.</param>
/// <param name="target">Where they are created.</param>
/// <param name="calls">Measures the calls.</param>
internal sealed class PinpointCampaigns(IAmazonPinpoint client, CampaignTarget target, AwsCalls calls) : ICampaigns
{
    // What the API takes at most; it is text there.
    private const string PageSize = "100";

    /// <summary>
    /// A client that makes a single attempt of 5 seconds: a repeated <c>CreateCampaign</c> makes a second campaign, so that what is to be tried again
    /// has to be looked for first.
    /// </summary>
    public static AmazonPinpointClient NewClient() => new(new AmazonPinpointConfig { Timeout = TimeSpan.FromSeconds(5), MaxErrorRetry = 0 });

    public async Task<string?> FindAsync(CampaignIdentity identity, CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var request = new GetCampaignsRequest { ApplicationId = target.ApplicationId, PageSize = PageSize, Token = token };
            var page = (await calls.CallAsync(ServiceMetrics.Pinpoint, () => client.GetCampaignsAsync(request, cancellation))).CampaignsResponse;
            if (page?.Item?.Find(campaign => campaign.Tags is { } tags && CampaignIdentity.Of(tags) == identity) is { } found)
            {
                return found.Id;
            }

            token = page?.NextToken;
        }
        while (!string.IsNullOrEmpty(token));

        return null;
    }

    public async Task<string> CreateAsync(PlannedCampaign campaign, DateTimeOffset? start, CancellationToken cancellation)
    {
        var request = Request(campaign, start);
        var answer = await calls.CallAsync(ServiceMetrics.Pinpoint, () => client.CreateCampaignAsync(request, cancellation));
        return answer.CampaignResponse.Id;
    }

    private CreateCampaignRequest Request(PlannedCampaign campaign, DateTimeOffset? start) => new()
    {
        ApplicationId = target.ApplicationId,
        WriteCampaignRequest = new()
        {
            Name = campaign.Identity.Name,
            SegmentId = target.SegmentIds.TryGetValue(campaign.Segment, out var id)
                ? id
                : throw new ServiceException(ServiceFailure.Refused, $"SEGMENT_IDS has no id for the segment '{campaign.Segment}'"),
            Schedule = new() { StartTime = start is { } at ? IsoInstant.Format(at) : "IMMEDIATE", Frequency = Frequency.ONCE },
            TemplateConfiguration = new() { EmailTemplate = new() { Name = target.TemplatePrefix + campaign.Template } },
            Hook = new() { LambdaFunctionName = target.FilterFunctionArn, Mode = Mode.FILTER },
            Tags = new(campaign.Identity.Tags),
        },
    };
}
