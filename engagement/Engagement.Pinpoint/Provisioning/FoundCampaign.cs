namespace Engagement.Pinpoint.Provisioning;

/// <summary>A campaign that this stack made.</summary>
/// <param name="Id">Pinpoint's id.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="HasStarted">Whether messages go out or have gone out.</param>
/// <param name="Start">When it starts; null: when it was created.</param>
public sealed record FoundCampaign(string Id, string Arn, bool HasStarted, DateTimeOffset? Start);
