namespace Engagement.Pinpoint.Provisioning;

/// <summary>The application's campaigns that this stack made.</summary>
public interface ICampaignResources
{
    /// <summary>Those of a name, the oldest first.</summary>
    Task<IReadOnlyList<FoundCampaign>> FindAsync(string name, CancellationToken cancellation);

    Task<ProvisionedResource> CreateAsync(string name, CampaignDeclaration campaign, CancellationToken cancellation);

    Task UpdateAsync(string id, CampaignDeclaration campaign, CancellationToken cancellation);

    /// <summary>Removes it, if it is there.</summary>
    Task DeleteAsync(string id, CancellationToken cancellation);
}
