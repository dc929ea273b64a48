namespace Engagement.Infra.Platforms;

/// <summary>Whom a campaign tells what, in the platform's names.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Template">The message template.</param>
internal sealed record CampaignReferences(string SegmentId, string Template);
