namespace Engagement.Pinpoint.Erasure;

/// <summary>A customer of an application.</summary>
/// <param name="UserId">The user's id; null for an endpoint without a user.</param>
/// <param name="Endpoints">Ids of all endpoints of the user, as they are spelled there; otherwise the one endpoint.</param>
public sealed record PinpointCustomer(string? UserId, IReadOnlyList<string> Endpoints);
