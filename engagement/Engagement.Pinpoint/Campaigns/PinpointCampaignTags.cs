using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>Tags of Pinpoint's campaigns.</summary>
/// <param name="client">Calls Pinpoint.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class PinpointCampaignTags(IAmazonPinpoint client, AwsCalls calls) : ICampaignTags
{
    /// <summary>A function's. The client gives up after at most three attempts of 2 seconds.</summary>
    public static PinpointCampaignTags Open(FunctionHost host) =>
        new(host.Own(PinpointClients.Create(TimeSpan.FromSeconds(2))), host.Calls);

    public async Task<IReadOnlyDictionary<string, string>?> ReadAsync(
        string applicationId, string campaignId, CancellationToken cancellation)
    {
        var request = new GetCampaignRequest { ApplicationId = applicationId, CampaignId = campaignId };
        try
        {
            var answer = await calls.CallAsync(
                PinpointMetrics.Service, () => client.GetCampaignAsync(request, cancellation), exception => exception is NotFoundException);
            return answer.CampaignResponse?.Tags ?? [];
        }
        catch (NotFoundException)
        {
            return null;
        }
    }
}
