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
        var request = new DeleteItemRequest
        {
            TableName = table,
            Key = KeyOf(pointer.EndpointKey),
            ConditionExpression = "#version = :version",
            ExpressionAttributeNames = new() { ["#version"] = Version },
            ExpressionAttributeValues = new() { [":version"] = Attributes.Number(pointer.Version) },
        };
        return calls.TryCustomersAsync(() => client.DeleteItemAsync(request, cancellation));
    }

    private Task<bool> TryWriteAsync(EndpointPointer before, EndpointPointer after, CancellationToken cancellation)
    {
        var request = new PutItemRequest
        {
            TableName = table,
            Item = ItemOf(after with { Version = before.Version + 1 }),
            ConditionExpression = before.Version == 0 ? "attribute_not_exists(#version)" : "#version = :version",
            ExpressionAttributeNames = new() { ["#version"] = Version },
            ExpressionAttributeValues = before.Version == 0 ? null : new() { [":version"] = Attributes.Number(before.Version) },
        };
        return calls.TryCustomersAsync(() => client.PutItemAsync(request, cancellation));
    }

    private static Dictionary<string, AttributeValue> ItemOf(EndpointPointer pointer)
    {
        var item = new Dictionary<string, AttributeValue>(KeyOf(pointer.EndpointKey))
        {
            [Customer] = Attributes.Text(pointer.CustomerId),
            [Version] = Attributes.Number(pointer.Version),
        };
        if (pointer.From is { } from)
        {
            item.Add(From, Attributes.Text(from));
        }

        return item;
    }

    private static EndpointPointer Read(string endpointKey, Dictionary<string, AttributeValue> item) =>
        new(endpointKey, item[Customer].S, item.GetValueOrDefault(From)?.S, Attributes.LongOf(item[Version]));

    private static Dictionary<string, AttributeValue> KeyOf(string endpointKey) =>
        new() { [Id] = Attributes.Text($"{Prefix}{endpointKey}") };
}
