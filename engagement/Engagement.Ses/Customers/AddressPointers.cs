using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Consent;
using Engagement.Customers;

namespace Engagement.Ses.Customers;

/// <summary>
/// Items of the pointers' table that lead from an address to the customers who have it. What a provider tells of an address, such as a
/// bounce, finds them. The address itself is not readable in it:
/// <code>
/// id        S   A#HASH, SHA-256 in hexadecimal of the address in small letters: partition key
/// customers SS  ids of customers who have the address, or had it
/// </code>
/// </summary>
internal sealed class AddressPointers(IAmazonDynamoDB client, string table, AwsCalls calls)
{
    public const string Customers = "customers";

    /// <summary>Adds the addresses that a customer has after a change and had not before.</summary>
    public Task AddAsync(CustomerProfile before, CustomerProfile after, CancellationToken cancellation) =>
        Task.WhenAll(KeysOf(after).Except(KeysOf(before), StringComparer.Ordinal).Select(key => AddAsync(key, after.Id, cancellation)));

    /// <summary>The customers who have an address, or had it.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string address, CancellationToken cancellation)
    {
        var request = new GetItemRequest
        {
            TableName = table,
            Key = new() { [EndpointPointers.Id] = Attributes.Text(KeyOf(address)) },
            ConsistentRead = true,
        };
        var answer = await calls.CustomersAsync(() => client.GetItemAsync(request, cancellation));
        return answer.IsItemSet ? answer.Item.GetValueOrDefault(Customers)?.SS ?? [] : [];
    }

    /// <summary>Takes a customer off an address, and the item with the last one.</summary>
    /// <param name="key">The item's id.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async Task RemoveAsync(string key, string customerId, CancellationToken cancellation)
    {
        var item = new Dictionary<string, AttributeValue> { [EndpointPointers.Id] = Attributes.Text(key) };
        var remove = new UpdateItemRequest
        {
            TableName = table,
            Key = item,
            UpdateExpression = "DELETE #customers :customer",
            ExpressionAttributeNames = new() { ["#customers"] = Customers },
            ExpressionAttributeValues = new() { [":customer"] = new() { SS = [customerId] } },
        };
        await calls.CustomersAsync(() => client.UpdateItemAsync(remove, cancellation));
        var delete = new DeleteItemRequest
        {
            TableName = table,
            Key = item,
            ConditionExpression = "attribute_not_exists(#customers)",
            ExpressionAttributeNames = new() { ["#customers"] = Customers },
        };
        await calls.TryCustomersAsync(() => client.DeleteItemAsync(delete, cancellation));
    }

    private Task AddAsync(string key, string customerId, CancellationToken cancellation)
    {
        var request = new UpdateItemRequest
        {
            TableName = table,
            Key = new() { [EndpointPointers.Id] = Attributes.Text(key) },
            UpdateExpression = "ADD #customers :customer",
            ExpressionAttributeNames = new() { ["#customers"] = Customers },
            ExpressionAttributeValues = new() { [":customer"] = new() { SS = [customerId] } },
        };
        return calls.CustomersAsync(() => client.UpdateItemAsync(request, cancellation));
    }

    private static IEnumerable<string> KeysOf(CustomerProfile profile) =>
        profile.Endpoints.Values.Select(endpoint => endpoint.Address).OfType<string>().Select(KeyOf).Distinct(StringComparer.Ordinal);

    private static string KeyOf(string address) => $"A#{AddressKey.From(address)}";
}
