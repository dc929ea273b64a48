namespace Engagement.Journeys;

/// <summary>A customer who is due in a journey.</summary>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="Due">Since when.</param>
public sealed record DueCustomer(string EndpointId, DateTimeOffset Due);
