using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.Customers;

namespace Engagement.Ses.Customers;

/// <summary>The customers in DynamoDB; see <see cref="CustomerItem"/> for their items.</summary>
public sealed class DynamoDbCustomers : ICustomers
{
    private readonly IAmazonDynamoDB client;
    private readonly string table;
    private readonly AwsCalls calls;
    private readonly CustomerItems items;
    private readonly EndpointPointers pointers;
    private readonly AddressPointers addresses;
    private readonly CustomerWriter writer;
    private readonly AddressHolders holders;

    /// <param name="client">Calls DynamoDB.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="time">Tells the time.</param>
    /// <param name="calls">Measures the calls.</param>
    public DynamoDbCustomers(IAmazonDynamoDB client, CustomerTables tables, TimeProvider time, AwsCalls calls)
    {
        (this.client, table, this.calls) = (client, tables.Customers, calls);
        pointers = new(client, tables.Pointers, calls);
        addresses = new(client, tables.Pointers, calls);
        items = new(client, table, new DateEntries(client, tables.Dates, time, calls), addresses, calls);
        writer = new(items, pointers);
        holders = new(addresses, writer);
    }

    /// <summary>
    /// A function's customers, in the tables that <see cref="CustomerTables.Read"/> names. The client gives up after at most three attempts
    /// of 1 second.
    /// </summary>
    public static DynamoDbCustomers Open(FunctionHost host) =>
        new(host.Own(DynamoDbClients.Create()), CustomerTables.Read(host.Environment), host.Time, host.Calls);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CustomerProfile>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var found = await client.FindAllAsync(table, [.. ids.Select(CustomerItem.KeyOf)], calls, cancellation);
        return [.. found.Select(CustomerItem.Read)];
    }

    /// <inheritdoc/>
    public async Task<CustomerProfile?> FindByEndpointAsync(string endpointId, CancellationToken cancellation)
    {
        if (await pointers.FindAsync(CustomerId.EndpointKey(endpointId), cancellation) is not { } pointer)
        {
            return null;
        }

        var profile = await items.ReadAsync(pointer.CustomerId, cancellation);
        return profile.Endpoint(endpointId) is null && pointer.From is { } from ? await items.ReadAsync(from, cancellation) : profile;
    }

    /// <summary>The customers who have an address, however it is spelled.</summary>
    /// <exception cref="ServiceException">The store could not be asked.</exception>
    public async Task<IReadOnlyList<CustomerProfile>> FindByAddressAsync(string address, CancellationToken cancellation)
    {
        var found = new List<CustomerProfile>();
        foreach (var id in await addresses.FindAsync(address, cancellation))
        {
            // A pointer stays when an address changes.
            var profile = await items.ReadAsync(id, cancellation);
            if (profile.Endpoints.Values.Any(each => string.Equals(each.Address, address, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(profile);
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(IReadOnlyList<CustomerUpdate> updates, CancellationToken cancellation)
    {
        await writer.ApplyAsync(updates, cancellation);
        await holders.SettleAsync(updates, cancellation);
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(CustomerProfile read, CustomerUpdate update, CancellationToken cancellation)
    {
        if (await writer.TryApplyAsync(read, update, cancellation))
        {
            await holders.SettleAsync([update], cancellation);
        }
        else
        {
            await ApplyAsync([update], cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task<CustomerPage> ReadAsync(CustomerShare share, string? position, int limit, CancellationToken cancellation)
    {
        var request = new ScanRequest
        {
            TableName = table,
            Segment = share.Segment,
            TotalSegments = share.Of,
            Limit = limit,
            ExclusiveStartKey = position is null ? null : CustomerItem.KeyOf(position),
        };
        var page = await calls.CustomersAsync(() => client.ScanAsync(request, cancellation));
        return new(
            [.. (page.Items ?? []).Select(CustomerItem.Read)],
            page.LastEvaluatedKey is { Count: > 0 } last ? last[CustomerItem.Id].S : null);
    }
}
