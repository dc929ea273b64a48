namespace Engagement.Local.Pinpoint.Messages;

/// <summary>What sends a message: a campaign or a journey.</summary>
internal sealed record MessageSource(string? CampaignId, string? JourneyId);
