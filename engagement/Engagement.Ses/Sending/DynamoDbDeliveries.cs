using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.Sending;
using Engagement.Services;
using static Engagement.Aws.ItemValues;

namespace Engagement.Ses.Sending;

/// <summary>The deliveries in a DynamoDB table; see <see cref="DeliveryItem"/> for its items.</summary>
/// <param name="client">Calls DynamoDB.</param>
/// <param name="table">The table's name.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class DynamoDbDeliveries(IAmazonDynamoDB client, string table, AwsCalls calls) : IDeliveries
{
    /// <summary>
    /// A function's deliveries: <c>DELIVERIES_TABLE</c> names the table. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static DynamoDbDeliveries Open(FunctionHost host) =>
        new(host.Own(DynamoDbClients.Create()), host.Environment.Required("DELIVERIES_TABLE"), host.Calls);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, Delivery>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var asked = new Dictionary<string, KeysAndAttributes> { [table] = new() { Keys = [.. ids.Select(DeliveryItem.KeyOf)] } };
        var answer = await CallAsync(() => client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = asked }, cancellation));
        // What is left unread is found by the condition of the claim.
        return (answer.Responses?.GetValueOrDefault(table) ?? [])
            .Select(DeliveryItem.Read)
            .ToDictionary(delivery => delivery.Id, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public async Task<Delivery?> ClaimAsync(Delivery claim, CancellationToken cancellation)
    {
        var request = new PutItemRequest
        {
            TableName = table,
            Item = DeliveryItem.From(claim),
            ConditionExpression = $"attribute_not_exists({DeliveryItem.Id})",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            await CallAsync(() => client.PutItemAsync(request, cancellation));
            return null;
        }
        catch (ConditionalCheckFailedException exception)
        {
            // The client repeats a call whose answer is late: what is there then may be what this very call put.
            var there = DeliveryItem.Read(exception.Item);
            return there.Claim == claim.Claim ? null : there;
        }
    }

    /// <inheritdoc/>
    public Task SettleAsync(Delivery result, CancellationToken cancellation)
    {
        var request = new PutItemRequest { TableName = table, Item = DeliveryItem.From(result) };
        (request.ConditionExpression, request.ExpressionAttributeNames, request.ExpressionAttributeValues) = IfStillClaimed(result);
        return CallUnlessSettledAsync(() => client.PutItemAsync(request, cancellation));
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(Delivery claim, CancellationToken cancellation)
    {
        var request = new DeleteItemRequest { TableName = table, Key = DeliveryItem.KeyOf(claim.Id) };
        (request.ConditionExpression, request.ExpressionAttributeNames, request.ExpressionAttributeValues) = IfStillClaimed(claim);
        return CallUnlessSettledAsync(() => client.DeleteItemAsync(request, cancellation));
    }

    private static (string Condition, Dictionary<string, string> Names, Dictionary<string, AttributeValue> Values) IfStillClaimed(
        Delivery delivery) => (
            "#claim = :claim AND #state = :claimed",
            new() { ["#claim"] = DeliveryItem.Claim, ["#state"] = DeliveryItem.State },
            new() { [":claim"] = Text(delivery.Claim), [":claimed"] = Text(DeliveryItem.NameOf(DeliveryState.Claimed)) });

    private async Task CallUnlessSettledAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await CallAsync(call);
        }
        catch (ConditionalCheckFailedException)
        {
            // The call before, whose answer was lost, did it.
        }
    }

    private Task<T> CallAsync<T>(Func<Task<T>> call) =>
        calls.CallAsync(ServiceMetrics.Ledger, call, exception => exception is ConditionalCheckFailedException);
}
