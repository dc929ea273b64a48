namespace Engagement.Customers;

/// <summary>Some of the customers of a share.</summary>
/// <param name="Customers">The customers; none are possible before the end, too.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record CustomerPage(IReadOnlyList<CustomerProfile> Customers, string? Next);
