namespace Engagement.CompanyEvents;

/// <summary>A campaign that the platform is to have exactly once.</summary>
public sealed record PlannedCampaign
{
    /// <summary>Its name and tags.</summary>
    public required CampaignIdentity Identity { get; init; }

    /// <summary>Name of the segment that it goes to, as in segments.yaml.</summary>
    public required string Segment { get; init; }

    /// <summary>Name of the message template, as in templates/.</summary>
    public required string Template { get; init; }

    /// <summary>When it is due; null: at once.</summary>
    public DateTimeOffset? Due { get; init; }
}
