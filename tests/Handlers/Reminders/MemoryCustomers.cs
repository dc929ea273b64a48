using System.Runtime.CompilerServices;
using Engagement;
using Engagement.Customers;
using Engagement.Times;

namespace Handlers.Tests.Reminders;

/// <summary>Customers and the index of their dates. An entry is written before its customer, and never taken away.</summary>
internal sealed class MemoryCustomers(TimeProvider time) : ICustomers, IDateIndex
{
    private readonly Dictionary<string, CustomerProfile> customers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Attribute, int Shard, IndexedDate Entry)> entries = new(StringComparer.Ordinal);

    /// <summary>How many customers were read.</summary>
    public int Read { get; private set; }

    public void Apply(CustomerUpdate update)
    {
        var id = CustomerId.OfUser(update.UserId!);
        var before = customers.GetValueOrDefault(id) ?? new() { Id = id };
        customers[id] = CustomerMerge.WithUser(CustomerMerge.WithEndpoint(before, CustomerMerge.EndpointOf(update)), update);
        var zone = customers[id].UserAttributes.GetValueOrDefault(ReservedNames.TimeZoneAttribute) is [var name, ..] ? name : null;
        foreach (var (attribute, values) in customers[id].UserAttributes)
        {
            if (values is [var text, ..] && IsoInstant.Parse(text) is { } date)
            {
                var place = $"{IsoInstant.Format(date)}#{zone}#{id}";
                var entry = new IndexedDate(id, date, zone, time.GetUtcNow(), place);
                entries.TryAdd($"{attribute}#{place}", (attribute, id.Length % IDateIndex.Shards, entry));
            }
        }
    }

    public Task<IReadOnlyList<CustomerProfile>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        Read += ids.Count;
        return Task.FromResult<IReadOnlyList<CustomerProfile>>([.. ids.Select(id => customers[id])]);
    }

    public async IAsyncEnumerable<IndexedDate> ReadAsync(
        DateQuery query, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var (_, _, entry) in entries.Values.Where(each => each.Attribute == query.Attribute && each.Shard == query.Shard))
        {
            if (entry.Date >= query.From && entry.Date <= query.To && string.CompareOrdinal(entry.Place, after) > 0)
            {
                yield return entry;
            }
        }
    }

    public Task<CustomerProfile?> FindByEndpointAsync(string endpointId, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task ApplyAsync(IReadOnlyList<CustomerUpdate> updates, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<CustomerPage> ReadAsync(CustomerShare share, string? position, int limit, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
