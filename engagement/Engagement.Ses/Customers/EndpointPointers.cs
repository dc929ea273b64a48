using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;

namespace Engagement.Ses.Customers;

/// <summary>
/// Items of the pointers' table that lead from an endpoint to its customer:
/// <code>
/// id       S  E#ENDPOINT, the endpoint's id in small letters: partition key
/// customer S  the customer whose item holds the endpoint
/// from     S? the customer whose item held it before, while it moves
/// version  N  counts the changes, for a change to be made upon the one that was read
/// </code>
/// </summary>
internal sealed class EndpointPointers(IAmazonDynamoDB client, string table, AwsCalls calls)
{
    public const string Id = "id";
    public const string Prefix = "E#";
    public const string Customer = "customer";
    public const string From = "from";
    private const string Version = "version";

    /// <summary>Where an endpoint is now; null when it is nowhere.</summary>
    public async Task<EndpointPointer?> FindAsync(string endpointKey, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = table, Key = KeyOf(endpointKey), ConsistentRead = true };
        var answer = await calls.CustomersAsync(() => client.GetItemAsync(request, cancellation));
        return answer.IsItemSet ? Read(endpointKey, answer.Item) : null;
    }

    /// <summary>Says that an endpoint that is nowhere, or whose move is done, is at a customer now.</summary>
    /// <returns>False when another writer was faster; nothing is changed then.</returns>
    public Task<bool> TrySettleAsync(EndpointPointer pointer, CancellationToken cancellation) =>
        TryWriteAsync(pointer, pointer with { From = null }, cancellation);

    /// <summary>Begins to move an endpoint to another customer.</summary>
    /// <returns>The endpoint on the move; null when another writer was faster, and then nothing is changed.</returns>
    public async Task<EndpointPointer?> TryMoveAsync(EndpointPointer pointer, string customerId, CancellationToken cancellation)
    {
        var moving = pointer with { CustomerId = customerId, From = pointer.CustomerId };
        return await TryWriteAsync(pointer, moving, cancellation) ? moving with { Version = pointer.Version + 1 } : null;
    }

    /// <summary>Forgets where an endpoint is, unless that has changed since it was read.</summary>
    /// <returns>False when a writer was faster; nothing is changed then.</returns>
    public Task<bool> TryRemoveAsync(EndpointPointer pointer, CancellationToken cancellation)
    {
        var request = CountedItems.Delete(table, KeyOf(pointer.EndpointKey), Version, pointer.Version);
        return calls.TryCustomersAsync(() => client.DeleteItemAsync(request, cancellation));
    }

    private Task<bool> TryWriteAsync(EndpointPointer before, EndpointPointer after, CancellationToken cancellation)
    {
        var item = ItemOf(after with { Version = before.Version + 1 });
        var request = CountedItems.Put(table, item, Version, before.Version);
        return calls.TryCustomersAsync(() => client.PutItemAsync(request, cancellation));
    }

    private static Dictionary<string, AttributeValue> ItemOf(EndpointPointer pointer)
    {
        var item = new Dictionary<string, AttributeValue>(KeyOf(pointer.EndpointKey))
        {
            [Customer] = ItemValues.Text(pointer.CustomerId),
            [Version] = ItemValues.Number(pointer.Version),
        };
        if (pointer.From is { } from)
        {
            item.Add(From, ItemValues.Text(from));
        }

        return item;
    }

    private static EndpointPointer Read(string endpointKey, Dictionary<string, AttributeValue> item) =>
        new(endpointKey, item[Customer].S, item.GetValueOrDefault(From)?.S, ItemValues.LongOf(item[Version]));

    private static Dictionary<string, AttributeValue> KeyOf(string endpointKey) =>
        new() { [Id] = ItemValues.Text($"{Prefix}{endpointKey}") };
}
