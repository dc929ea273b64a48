using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Aws;
using Engagement.Services;
using FilterAudience.Filtering;

namespace FilterAudience.Pinpoint;

/// <summary>Tags of Pinpoint's campaigns.</summary>
/// <param name="client">Calls Pinpoint.</param>
/// <param name="calls">Measures the calls.</param>
internal sealed class PinpointCampaignTags(IAmazonPinpoint client, AwsCalls calls) : ICampaignTags
{
    /// <summary>A client that gives up after at most three attempts of 2 seconds.</summary>
    public static AmazonPinpointClient NewClient() => new(AwsCalls.Bounded(new AmazonPinpointConfig(), TimeSpan.FromSeconds(2)));

    public async Task<IReadOnlyDictionary<string, string>?> ReadAsync(string applicationId, string campaignId, CancellationToken cancellation)
    {
        var request = new GetCampaignRequest { ApplicationId = applicationId, CampaignId = campaignId };
        try
        {
            var answer = await calls.CallAsync(
                ServiceMetrics.Pinpoint, () => client.GetCampaignAsync(request, cancellation), exception => exception is NotFoundException);
            return answer.CampaignResponse?.Tags ?? [];
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
