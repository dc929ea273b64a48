namespace Engagement.CompanyEvents.Audiences;

/// <summary>Customers of a campaign's segment, before anything is decided about them.</summary>
/// <param name="CampaignId">The platform's id of the campaign, for log lines.</param>
/// <param name="Customers">Those that can be read.</param>
/// <param name="Unreadable">How many have another form than the platform gives a customer.</param>
public sealed record AudienceBatch(string CampaignId, IReadOnlyList<Customer> Customers, int Unreadable)
{
    /// <summary>How many there are.</summary>
    public int Count => Customers.Count + Unreadable;
}
