using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws.Functions;
using Engagement.Customers;
using Engagement.Journeys;
using static Engagement.Aws.ItemValues;

namespace Engagement.Aws.Journeys;

/// <summary>Customers' journeys in a DynamoDB table; see <see cref="CustomerJourneysItem"/> for its items.</summary>
/// <param name="client">Calls DynamoDB.</param>
/// <param name="table">The table's name.</param>
/// <param name="time">Tells when items expire, and what a first revision is.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class DynamoDbCustomerJourneys(IAmazonDynamoDB client, string table, TimeProvider time, AwsCalls calls)
    : ICustomerJourneys, IDueJourneys, IEnrollments
{
    /// <summary>The sparse index of customers who are in a journey, by shard and due time.</summary>
    public const string DueIndex = CustomerJourneysItem.Shard;

    /// <summary>
    /// A function's: <c>JOURNEYS_TABLE</c> names the table. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static DynamoDbCustomerJourneys Open(FunctionHost host) =>
        new(host.Own(DynamoDbClients.Create()), host.Environment.Required("JOURNEYS_TABLE"), host.Time, host.Calls);

    /// <inheritdoc/>
    public async Task<CustomerJourneys?> FindAsync(string endpointId, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = table, Key = CustomerJourneysItem.KeyOf(endpointId), ConsistentRead = true };
        var answer = await calls.JourneysAsync(() => client.GetItemAsync(request, cancellation));
        return answer.IsItemSet ? CustomerJourneysItem.Read(answer.Item) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, CustomerJourneys>> FindAsync(
        IReadOnlyCollection<string> endpointIds, CancellationToken cancellation)
    {
        var byKey = endpointIds.ToLookup(CustomerId.EndpointKey, StringComparer.Ordinal);
        var keys = byKey.Select(each => CustomerJourneysItem.KeyOf(each.Key)).ToList();
        var request = new BatchGetItemRequest { RequestItems = new() { [table] = new() { Keys = keys } } };
        var answer = await calls.JourneysAsync(() => client.BatchGetItemAsync(request, cancellation));
        // What is left unread looks like nothing, as the port allows.
        return (from item in answer.Responses?.GetValueOrDefault(table) ?? []
                from endpointId in byKey[item[CustomerJourneysItem.Id].S]
                select (endpointId, Customer: CustomerJourneysItem.Read(item)))
            .ToDictionary(each => each.endpointId, each => each.Customer, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public async Task<bool> TryWriteAsync(CustomerJourneys customer, CancellationToken cancellation)
    {
        var (now, writer) = (time.GetUtcNow(), Guid.NewGuid().ToString("N"));
        var item = CustomerJourneysItem.From(customer with { Revision = Next(customer, now) }, now);
        item[CustomerJourneysItem.Writer] = Text(writer);
        var request = new PutItemRequest
        {
            TableName = table,
            Item = item,
            ConditionExpression = customer.Revision == 0 ? "attribute_not_exists(#revision)" : "#revision = :revision",
            ExpressionAttributeNames = new() { ["#revision"] = CustomerJourneysItem.Revision },
            ExpressionAttributeValues = customer.Revision == 0 ? null : new() { [":revision"] = Number(customer.Revision) },
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            await calls.JourneysAsync(() => client.PutItemAsync(request, cancellation));
            return true;
        }
        catch (ConditionalCheckFailedException exception)
        {
            // The client repeats a call whose answer is late: what is there then may be what this very call wrote.
            return exception.Item is { Count: > 0 } there && there.GetValueOrDefault(CustomerJourneysItem.Writer)?.S == writer;
        }
    }

    /// <inheritdoc/>
    public async Task NoteAsync(string endpointId, string eventType, DateTimeOffset at, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var request = new UpdateItemRequest
        {
            TableName = table,
            Key = CustomerJourneysItem.KeyOf(endpointId),
            UpdateExpression = "SET #seen = :at, #endpoint = if_not_exists(#endpoint, :endpoint), #expiresAt = :expiresAt,"
                + " #revision = if_not_exists(#revision, :first) + :one REMOVE #writer",
            ConditionExpression = "attribute_not_exists(#seen) OR #seen < :at",
            ExpressionAttributeNames = new()
            {
                ["#seen"] = CustomerJourneysItem.SeenOf(eventType),
                ["#endpoint"] = CustomerJourneysItem.Endpoint,
                ["#expiresAt"] = CustomerJourneysItem.ExpiresAt,
                ["#revision"] = CustomerJourneysItem.Revision,
                ["#writer"] = CustomerJourneysItem.Writer,
            },
            ExpressionAttributeValues = new()
            {
                [":at"] = CustomerJourneysItem.Instant(at),
                [":endpoint"] = Text(endpointId),
                [":expiresAt"] = CustomerJourneysItem.Expiry(now),
                [":first"] = Number(now.ToUnixTimeMilliseconds()),
                [":one"] = Number(1),
            },
        };
        try
        {
            await calls.JourneysAsync(() => client.UpdateItemAsync(request, cancellation));
        }
        catch (ConditionalCheckFailedException)
        {
            // A later one is there, or this very call wrote it.
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string endpointId, CancellationToken cancellation)
    {
        var request = new DeleteItemRequest { TableName = table, Key = CustomerJourneysItem.KeyOf(endpointId) };
        return calls.JourneysAsync(() => client.DeleteItemAsync(request, cancellation));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<DueCustomer>> ReadAsync(
        int shard, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = Query(shard, CustomerJourneysItem.Id, CustomerJourneysItem.Due);
        request.KeyConditionExpression += " AND #due <= :now";
        request.ExpressionAttributeValues.Add(":now", CustomerJourneysItem.Instant(now));
        await foreach (var page in PagesAsync(request, cancellation))
        {
            yield return
            [
                .. page.Select(item => new DueCustomer(item[CustomerJourneysItem.Id].S, InstantOf(item[CustomerJourneysItem.Due]))),
            ];
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<Enrollment>> ReadAsync(
        int shard, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in PagesAsync(Query(shard, CustomerJourneysItem.Inside), cancellation))
        {
            yield return [.. page.SelectMany(CustomerJourneysItem.EnrollmentsOf)];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<Dictionary<string, AttributeValue>>> PagesAsync(
        QueryRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        do
        {
            var page = await calls.JourneysAsync(() => client.QueryAsync(request, cancellation));
            yield return page.Items ?? [];
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey?.Count > 0);
    }

    private static long Next(CustomerJourneys customer, DateTimeOffset now) =>
        customer.Revision == 0 ? now.ToUnixTimeMilliseconds() : customer.Revision + 1;

    private QueryRequest Query(int shard, params string[] attributes) => new()
    {
        TableName = table,
        IndexName = DueIndex,
        KeyConditionExpression = "#shard = :shard",
        ProjectionExpression = string.Join(", ", attributes.Select(name => $"#{name}")),
        ExpressionAttributeNames = attributes.Append(CustomerJourneysItem.Shard).ToDictionary(name => $"#{name}"),
        ExpressionAttributeValues = new() { [":shard"] = CustomerJourneysItem.ShardOf(shard) },
    };
}
