namespace Engagement.CompanyEvents.Launching;

/// <summary>The campaigns there are.</summary>
public interface ICampaigns
{
    /// <summary>The id of the campaign with this identity; null when there is none.</summary>
    /// <exception cref="ServiceException">It could not be found out.</exception>
    Task<string?> FindAsync(CampaignIdentity identity, CancellationToken cancellation);

    /// <summary>
    /// Creates a campaign. It starts when it is due, at once when that is past, or as soon after it as the platform can.
    /// </summary>
    /// <returns>Its id.</returns>
    /// <exception cref="ServiceException">It may or may not be there now, unless the call was refused.</exception>
    Task<string> CreateAsync(PlannedCampaign campaign, CancellationToken cancellation);
}
