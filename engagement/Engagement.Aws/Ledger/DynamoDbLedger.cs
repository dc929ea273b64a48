using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.Services;
using static Engagement.Aws.ItemValues;

namespace Engagement.Aws.Ledger;

/// <summary>The ledger in a DynamoDB table; see <see cref="LedgerItem"/> for its items.</summary>
/// <param name="client">Calls DynamoDB.</param>
/// <param name="table">The table's name.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class DynamoDbLedger(IAmazonDynamoDB client, string table, AwsCalls calls) : ILedger
{
    /// <summary>The sparse index of events that are not launched.</summary>
    public const string PendingIndex = LedgerItem.Pending;

    /// <summary>
    /// A function's ledger: <c>LEDGER_TABLE</c> names the table. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static DynamoDbLedger Open(FunctionHost host) =>
        new(host.Own(DynamoDbClients.Create()), host.Environment.Required("LEDGER_TABLE"), host.Calls);

    /// <inheritdoc/>
    public async Task<EventRecord?> PublishAsync(CompanyEvent companyEvent, CancellationToken cancellation)
    {
        var writer = Guid.NewGuid().ToString("N");
        var request = new PutItemRequest
        {
            TableName = table,
            Item = new(LedgerItem.From(companyEvent)) { [LedgerItem.Writer] = Text(writer) },
            ConditionExpression = $"attribute_not_exists({LedgerItem.Id})",
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
            return exception.Item.GetValueOrDefault(LedgerItem.Writer)?.S == writer ? null : LedgerItem.Read(exception.Item);
        }
    }

    /// <inheritdoc/>
    public async Task<EventRecord?> FindAsync(string eventId, CancellationToken cancellation)
    {
        var answer = await CallAsync(
            () => client.GetItemAsync(new GetItemRequest { TableName = table, Key = Key(eventId), ConsistentRead = true }, cancellation));
        return answer.IsItemSet ? LedgerItem.Read(answer.Item) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EventRecord>> PendingAsync(string announcement, CancellationToken cancellation)
    {
        var records = new List<EventRecord>();
        Dictionary<string, AttributeValue>? from = null;
        do
        {
            var request = new QueryRequest
            {
                TableName = table,
                IndexName = PendingIndex,
                KeyConditionExpression = "#pending = :announcement",
                ExpressionAttributeNames = new() { ["#pending"] = LedgerItem.Pending },
                ExpressionAttributeValues = new() { [":announcement"] = Text(announcement) },
                ExclusiveStartKey = from,
            };
            var page = await CallAsync(() => client.QueryAsync(request, cancellation));
            records.AddRange((page.Items ?? []).Select(LedgerItem.Read));
            from = page.LastEvaluatedKey;
        }
        while (from?.Count > 0);

        return records;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EventRecord>> PendingAsync(CancellationToken cancellation)
    {
        var records = new List<EventRecord>();
        Dictionary<string, AttributeValue>? from = null;
        do
        {
            // The index is sparse: it holds what is not launched, and nothing else.
            var request = new ScanRequest { TableName = table, IndexName = PendingIndex, ExclusiveStartKey = from };
            var page = await CallAsync(() => client.ScanAsync(request, cancellation));
            records.AddRange((page.Items ?? []).Select(LedgerItem.Read));
            from = page.LastEvaluatedKey;
        }
        while (from?.Count > 0);

        return [.. records.OrderBy(record => record.Event.PublishedAt)];
    }

    /// <inheritdoc/>
    public async Task<bool> TryReplaceAsync(
        string eventId, string campaign, CampaignRecord? from, CampaignRecord to, CancellationToken cancellation)
    {
        var request = new UpdateItemRequest
        {
            TableName = table,
            Key = Key(eventId),
            UpdateExpression = "SET #campaigns.#campaign = :to",
            ConditionExpression = "attribute_exists(#id) AND attribute_not_exists(#campaigns.#campaign)",
            ExpressionAttributeNames = new() { ["#campaigns"] = LedgerItem.Campaigns, ["#campaign"] = campaign },
            ExpressionAttributeValues = new() { [":to"] = LedgerItem.From(to) },
        };
        if (from is null)
        {
            request.ExpressionAttributeNames.Add("#id", LedgerItem.Id);
        }
        else
        {
            Demand(request, from);
        }

        try
        {
            await CallAsync(() => client.UpdateItemAsync(request, cancellation));
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(string eventId, CancellationToken cancellation)
    {
        var request = new UpdateItemRequest
        {
            TableName = table,
            Key = Key(eventId),
            UpdateExpression = "REMOVE #pending",
            ConditionExpression = "attribute_exists(#id)",
            ExpressionAttributeNames = new() { ["#id"] = LedgerItem.Id, ["#pending"] = LedgerItem.Pending },
        };
        try
        {
            await CallAsync(() => client.UpdateItemAsync(request, cancellation));
        }
        catch (ConditionalCheckFailedException exception)
        {
            throw new ServiceException(ServiceFailure.Refused, "Ledger: the event to complete is not there", exception);
        }
    }

    private static Dictionary<string, AttributeValue> Key(string eventId) => new() { [LedgerItem.Id] = Text(eventId) };

    private static void Demand(UpdateItemRequest request, CampaignRecord from)
    {
        request.ConditionExpression = "#campaigns.#campaign.#state = :state AND #campaigns.#campaign.#since = :since AND "
            + "#campaigns.#campaign.#attempts = :attempts";
        request.ExpressionAttributeNames.Add("#state", LedgerItem.State);
        request.ExpressionAttributeNames.Add("#since", LedgerItem.Since);
        request.ExpressionAttributeNames.Add("#attempts", LedgerItem.Attempts);
        request.ExpressionAttributeValues.Add(":state", Text(LedgerItem.NameOf(from.State)));
        request.ExpressionAttributeValues.Add(":since", LedgerItem.Instant(from.Since));
        request.ExpressionAttributeValues.Add(":attempts", Number(from.Attempts));
    }

    private Task<T> CallAsync<T>(Func<Task<T>> call) =>
        calls.CallAsync(ServiceMetrics.Ledger, call, exception => exception is ConditionalCheckFailedException);
}
