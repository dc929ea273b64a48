using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Aws.Erasure;
using Engagement.Customers;
using Engagement.Services;
using Engagement.Ses.Customers;
using Engagement.Ses.Sending;

namespace Engagement.Ses.Erasure;

/// <summary>
/// Deletes all that the tables hold of a customer. The customer's item goes last: an erasure that was interrupted begins anew from it. No
/// key leads to most of the rest, so that each of those tables is read as a whole once.
/// </summary>
/// <remarks>
/// A request that arrives meanwhile is stored: the erasure sees that the customer has changed, and deletes that as well. One that arrives
/// later makes a new customer.
/// </remarks>
public sealed class CustomerErasure
{
    private readonly IAmazonDynamoDB client;
    private readonly ErasureTables tables;
    private readonly AwsCalls calls;
    private readonly TableScan scan;
    private readonly EndpointPointers pointers;
    private readonly AddressPointers addresses;
    private readonly CustomerItems items;
    private readonly CustomerWriter writer;
    private readonly RecordErasure records;

    /// <param name="client">Calls DynamoDB.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="time">Tells the time.</param>
    /// <param name="calls">Measures the calls.</param>
    public CustomerErasure(IAmazonDynamoDB client, ErasureTables tables, TimeProvider time, AwsCalls calls)
    {
        (this.client, this.tables, this.calls) = (client, tables, calls);
        scan = new(client, CustomerMetrics.Service, calls);
        pointers = new(client, tables.Customers.Pointers, calls);
        addresses = new(client, tables.Customers.Pointers, calls);
        items = new(client, tables.Customers.Customers, new(client, tables.Customers.Dates, time, calls), addresses, calls);
        writer = new(items, pointers);
        records = new(client, tables.Records, time, calls);
    }

    /// <summary>Deletes a customer.</summary>
    /// <param name="customerId">See <see cref="CustomerId"/>.</param>
    /// <param name="cancellation">Ends the calls; the same call later goes on.</param>
    /// <exception cref="ServiceException">Not all is deleted; the same call goes on.</exception>
    public async Task<ErasedCustomer> EraseAsync(string customerId, CancellationToken cancellation)
    {
        var led = await PointersAsync(customerId, cancellation);
        var endpoints = await SettledAsync(customerId, led.Where(IsOfEndpoint), cancellation);
        var read = await items.ReadAsync(customerId, cancellation);
        List<string> all = [.. endpoints.Union(read.Endpoints.Keys, StringComparer.Ordinal)];
        var erased = new ErasedCustomer
        {
            Dates = await DeleteAsync(tables.Customers.Dates, await DatesAsync(customerId, cancellation), cancellation),
            Deliveries = await DeleteAsync(tables.Deliveries, await DeliveriesAsync(all, cancellation), cancellation),
            Records = await records.EraseAsync(all, cancellation),
        };
        foreach (var address in led.Where(item => !IsOfEndpoint(item)))
        {
            await addresses.RemoveAsync(address[EndpointPointers.Id].S, customerId, all, cancellation);
        }

        return erased with
        {
            AddressPointers = led.Count(item => !IsOfEndpoint(item)),
            EndpointPointers = await DeleteCustomerAsync(customerId, all, cancellation),
            Customers = read.Revision == 0 ? 0 : 1,
            Endpoints = read.Endpoints.Count,
        };
    }

    // The endpoints that are the customer's, and not on the move to another.
    private async Task<List<string>> SettledAsync(
        string customerId, IEnumerable<Dictionary<string, AttributeValue>> led, CancellationToken cancellation)
    {
        var endpoints = new List<string>();
        foreach (var key in led.Select(item => item[EndpointPointers.Id].S[EndpointPointers.Prefix.Length..]))
        {
            await writer.SettleAsync(key, cancellation);
            if ((await pointers.FindAsync(key, cancellation))?.CustomerId == customerId)
            {
                endpoints.Add(key);
            }
        }

        return endpoints;
    }

    private static bool IsOfEndpoint(Dictionary<string, AttributeValue> item) =>
        item[EndpointPointers.Id].S.StartsWith(EndpointPointers.Prefix, StringComparison.Ordinal);

    private Task<IReadOnlyList<Dictionary<string, AttributeValue>>> PointersAsync(string customerId, CancellationToken cancellation) =>
        scan.FindAsync(
            tables.Customers.Pointers,
            "#customer = :id OR #from = :id OR contains(#customers, :id)",
            new()
            {
                ["#customer"] = EndpointPointers.Customer,
                ["#from"] = EndpointPointers.From,
                ["#customers"] = AddressPointers.Customers,
            },
            new() { [":id"] = ItemValues.Text(customerId) },
            cancellation);

    private async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> DatesAsync(string customerId, CancellationToken cancellation)
    {
        var found = await scan.FindAsync(
            tables.Customers.Dates,
            "contains(#entry, :id)",
            new() { ["#entry"] = DateEntries.Place },
            new() { [":id"] = ItemValues.Text(customerId) },
            cancellation);
        return
        [
            .. found.Where(item => DateEntry.Read("", item[DateEntries.Place].S).CustomerId == customerId)
                .Select(item => Key(item, DateEntries.Bucket, DateEntries.Place)),
        ];
    }

    private async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> DeliveriesAsync(
        List<string> endpoints, CancellationToken cancellation)
    {
        var found = await ContainingAsync(tables.Deliveries, DeliveryItem.Id, endpoints, cancellation);
        // See Delivery.IdOf: what stands before the first separator never holds it.
        return
        [
            .. found.Where(item => item[DeliveryItem.Id].S is var id
                    && endpoints.Contains(id[(id.IndexOf('#', StringComparison.Ordinal) + 1)..]))
                .Select(item => Key(item, DeliveryItem.Id)),
        ];
    }

    private async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> ContainingAsync(
        string table, string name, List<string> parts, CancellationToken cancellation) => parts.Count == 0
            ? []
            : await scan.FindAsync(
                table,
                string.Join(" OR ", parts.Select((_, index) => $"contains(#name, :part{index})")),
                new() { ["#name"] = name },
                parts.Select((part, index) => (part, index)).ToDictionary(each => $":part{each.index}", each => ItemValues.Text(each.part)),
                cancellation);

    private static Dictionary<string, AttributeValue> Key(Dictionary<string, AttributeValue> item, params string[] names) =>
        names.ToDictionary(name => name, name => item[name]);

    private async Task<int> DeleteAsync(
        string table, IReadOnlyList<Dictionary<string, AttributeValue>> keys, CancellationToken cancellation)
    {
        foreach (var key in keys)
        {
            await calls.CustomersAsync(
                () => client.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = key }, cancellation));
        }

        return keys.Count;
    }

    // The pointers before the item: a writer who finds no pointer makes one, and the item that has changed by then is read again.
    private async Task<int> DeleteCustomerAsync(string customerId, List<string> endpoints, CancellationToken cancellation)
    {
        var deleted = 0;
        await CountedItems.RepeatAsync("Customers", async () =>
        {
            var read = await items.ReadAsync(customerId, cancellation);
            foreach (var key in read.Endpoints.Keys.Union(endpoints, StringComparer.Ordinal))
            {
                deleted += await DeletePointerAsync(key, customerId, cancellation);
            }

            return read.Revision == 0 || await items.TryDeleteAsync(read, cancellation);
        });
        return deleted;
    }

    private async Task<int> DeletePointerAsync(string endpointKey, string customerId, CancellationToken cancellation)
    {
        await writer.SettleAsync(endpointKey, cancellation);
        return await pointers.FindAsync(endpointKey, cancellation) is { } pointer
            && pointer.CustomerId == customerId
            && await pointers.TryRemoveAsync(pointer, cancellation)
                ? 1
                : 0;
    }
}
