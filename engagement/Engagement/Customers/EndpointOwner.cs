namespace Engagement.Customers;

/// <summary>Which user an endpoint belongs to: the one that the latest request named.</summary>
/// <param name="User">That user, and the latest request that named it.</param>
/// <param name="Before">The user in the latest request that named another; null when there never was another.</param>
public sealed record EndpointOwner(Stamped<string> User, Stamped<string>? Before = null);
