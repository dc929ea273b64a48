namespace Engagement.CompanyEvents.Ledger;

/// <summary>What the ledger says of an event.</summary>
public sealed record EventRecord
{
    /// <summary>The event.</summary>
    public required CompanyEvent Event { get; init; }

    /// <summary>The campaigns with an attempt, by their name within the announcement.</summary>
    public IReadOnlyDictionary<string, CampaignRecord> Campaigns { get; init; } = new Dictionary<string, CampaignRecord>();
}
