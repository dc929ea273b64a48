namespace Engagement.Ses.Customers;

/// <summary>Where an endpoint is.</summary>
/// <param name="EndpointKey">The endpoint.</param>
/// <param name="CustomerId">The customer whose item holds it.</param>
/// <param name="From">
/// The customer whose item held it before, while it moves: that item may hold it still. Null when no move is under way.
/// </param>
/// <param name="Version">Counts the changes of the pointer; 0 for one that is not stored.</param>
internal sealed record EndpointPointer(string EndpointKey, string CustomerId, string? From, long Version);
