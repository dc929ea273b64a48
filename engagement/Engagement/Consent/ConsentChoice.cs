using Engagement.Customers;

namespace Engagement.Consent;

/// <summary>What a customer said at an address about messages.</summary>
/// <param name="Topic">The topic; null for all topics at once, those that do not exist yet included.</param>
/// <param name="Wants">Whether the customer wants the messages.</param>
/// <param name="Stamp">When, and by which request.</param>
public sealed record ConsentChoice(string? Topic, bool Wants, UpdateStamp Stamp);
