namespace Engagement.Customers;

/// <summary>Which entries of the index of dates.</summary>
/// <param name="Attribute">The user attribute that holds the date.</param>
/// <param name="Shard">Which shard, from 0; there are <see cref="IDateIndex.Shards"/>.</param>
/// <param name="From">The earliest date.</param>
/// <param name="To">The latest date. Whole hours of UTC are read.</param>
public sealed record DateQuery(string Attribute, int Shard, DateTimeOffset From, DateTimeOffset To);
