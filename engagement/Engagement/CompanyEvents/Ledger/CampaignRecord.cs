namespace Engagement.CompanyEvents.Ledger;

/// <summary>What the ledger says of one campaign of an event. Absent until the first attempt.</summary>
public sealed record CampaignRecord
{
    /// <summary>How far it has come; never <see cref="LaunchState.Published"/>.</summary>
    public required LaunchState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Attempts so far, from 1. With <see cref="Since"/> it tells one claim from the next.</summary>
    public required int Attempts { get; init; }

    /// <summary>The platform's id of the campaign, once it is launched.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Why the last attempt failed, in words without personal data; null unless it did.</summary>
    public string? Failure { get; init; }
}
