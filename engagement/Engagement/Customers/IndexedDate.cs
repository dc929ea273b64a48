namespace Engagement.Customers;

/// <summary>That a customer has, or had, a date.</summary>
/// <param name="CustomerId">The customer: <see cref="CustomerProfile.Id"/>.</param>
/// <param name="Date">The date.</param>
/// <param name="Zone">The customer's zone as it was given; null when none was.</param>
/// <param name="WrittenAt">When the entry was written, which is just before the customer was.</param>
/// <param name="Place">The place of the entry among those of its shard.</param>
public sealed record IndexedDate(string CustomerId, DateTimeOffset Date, string? Zone, DateTimeOffset WrittenAt, string Place);
