namespace Engagement.Definitions.Announcements;

/// <summary>What must hold of a customer of the segment to get the message: one entry of a campaign's <c>when</c>.</summary>
public sealed record CampaignCondition
{
    /// <summary>The user attribute's name.</summary>
    public required string Attribute { get; init; }

    /// <summary>One of the attribute's values must be one of these, letter by letter; at least one.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}
