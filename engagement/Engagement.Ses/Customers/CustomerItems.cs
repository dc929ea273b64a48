using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Customers;

namespace Engagement.Ses.Customers;

/// <summary>
/// The customers' table. Before a customer is written, so are the entries that lead to it: by its dates and by its addresses. An entry
/// that leads to a customer who has changed since is harmless, because the customer is read then; a missing one would not be.
/// </summary>
internal sealed class CustomerItems(
    IAmazonDynamoDB client, string table, DateEntries dates, AddressPointers addresses, AwsCalls calls)
{
    /// <summary>A customer as it is now; one that is not stored has the revision 0 and nothing else.</summary>
    public async Task<CustomerProfile> ReadAsync(string customerId, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = table, Key = CustomerItem.KeyOf(customerId), ConsistentRead = true };
        var answer = await calls.CustomersAsync(() => client.GetItemAsync(request, cancellation));
        return answer.IsItemSet ? CustomerItem.Read(answer.Item) : new() { Id = customerId };
    }

    /// <summary>Deletes a customer, unless it has changed since it was read.</summary>
    public Task<bool> TryDeleteAsync(CustomerProfile read, CancellationToken cancellation)
    {
        var request = CountedItems.Delete(table, CustomerItem.KeyOf(read.Id), CustomerItem.Revision, read.Revision);
        return calls.TryCustomersAsync(() => client.DeleteItemAsync(request, cancellation));
    }

    /// <summary>Writes a customer, unless it has changed since it was read.</summary>
    /// <param name="before">As it was read.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async Task<bool> TryWriteAsync(CustomerProfile before, CustomerProfile after, CancellationToken cancellation)
    {
        await dates.AddAsync(before, after, cancellation);
        await addresses.AddAsync(before, after, cancellation);
        var item = CustomerItem.From(after with { Revision = before.Revision + 1 });
        var request = CountedItems.Put(table, item, CustomerItem.Revision, before.Revision);
        return await calls.TryCustomersAsync(() => client.PutItemAsync(request, cancellation));
    }
}
