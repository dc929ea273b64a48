namespace Engagement.Infra.Platforms;

/// <summary>The platform's names for a campaign's segment and message.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Template">The message template.</param>
internal sealed record CampaignReferences(string SegmentId, string Template);
