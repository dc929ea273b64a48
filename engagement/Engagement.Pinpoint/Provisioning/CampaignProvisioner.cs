using Engagement.Telemetry;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>
/// Makes campaigns. A campaign that has not started is changed. One that has started is left alone: no change calls messages back, and a
/// change could send them again. Only another start asks for another sending.
/// </summary>
public sealed class CampaignProvisioner(ICampaignResources campaigns, LogWriter log) : IResourceProvisioner
{
    public async Task<ProvisionedResource> UpsertAsync(ResourceDeclaration declaration, CancellationToken cancellation)
    {
        var campaign = declaration.Read(ProvisioningJson.Default.CampaignDeclaration);
        var found = await campaigns.FindAsync(declaration.Name, cancellation);
        if (found.FirstOrDefault(each => !each.HasStarted) is { } waiting)
        {
            await campaigns.UpdateAsync(waiting.Id, campaign, cancellation);
            return new(waiting.Id, waiting.Arn);
        }

        if (found.FirstOrDefault(each => each.Start == campaign.Start) is { } sent)
        {
            log.AlreadySent(declaration.Name, sent.Id);
            return new(sent.Id, sent.Arn);
        }

        return await campaigns.CreateAsync(declaration.Name, campaign, cancellation);
    }

    public async Task DeleteAsync(ResourceDeclaration declaration, CancellationToken cancellation)
    {
        foreach (var campaign in await campaigns.FindAsync(declaration.Name, cancellation))
        {
            await campaigns.DeleteAsync(campaign.Id, cancellation);
        }
    }
}
