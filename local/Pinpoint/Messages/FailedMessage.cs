namespace Engagement.Local.Pinpoint.Messages;

/// <summary>A message that could not be rendered, as <c>/_local/messages/failed</c> and the log show it.</summary>
/// <param name="At">When, by the cloud's clock.</param>
/// <param name="ApplicationId">The endpoint's application.</param>
/// <param name="Channel">The endpoint's channel type, such as <c>EMAIL</c>.</param>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="CampaignId">Campaign that it is of, or null.</param>
/// <param name="JourneyId">Journey that it is of, or null.</param>
/// <param name="Reason">Why; it names no value of the endpoint.</param>
internal sealed record FailedMessage(
    DateTimeOffset At, string ApplicationId, string Channel, string EndpointId, string? CampaignId, string? JourneyId, string Reason);
