namespace Engagement.CompanyEvents.Audiences;

/// <summary>What to do for a campaign, or why it is not known.</summary>
public sealed record AudienceRule
{
    /// <summary>The rule; null when there is none.</summary>
    public CampaignRule? Rule { get; private init; }

    /// <summary>When its event came; null for a campaign that is started at once by the stack itself.</summary>
    public DateTimeOffset? At { get; private init; }

    /// <summary>Why there is none: a code; null when there is one.</summary>
    public string? Missing { get; private init; }

    public static AudienceRule From(CampaignRule rule, DateTimeOffset? at) => new() { Rule = rule, At = at };

    public static AudienceRule None(string reason) => new() { Missing = reason };
}
