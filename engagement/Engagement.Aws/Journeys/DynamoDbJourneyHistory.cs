using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws.Functions;
using Engagement.Journeys;

namespace Engagement.Aws.Journeys;

/// <summary>The history of journeys in a DynamoDB table; see <see cref="JourneyNoteItem"/> for its items.</summary>
/// <param name="client">Calls DynamoDB.</param>
/// <param name="table">The table's name.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class DynamoDbJourneyHistory(IAmazonDynamoDB client, string table, AwsCalls calls) : IJourneyHistory
{
    /// <summary>
    /// A function's: <c>JOURNEY_HISTORY_TABLE</c> names the table. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static DynamoDbJourneyHistory Open(FunctionHost host) =>
        new(host.Own(DynamoDbClients.Create()), host.Environment.Required("JOURNEY_HISTORY_TABLE"), host.Calls);

    /// <inheritdoc/>
    public async Task AddAsync(string endpointId, IReadOnlyList<JourneyNote> notes, CancellationToken cancellation)
    {
        foreach (var note in notes)
        {
            var request = new PutItemRequest { TableName = table, Item = JourneyNoteItem.From(endpointId, note) };
            await calls.JourneysAsync(() => client.PutItemAsync(request, cancellation));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<JourneyNote>> ReadAsync(string endpointId, CancellationToken cancellation) =>
        [.. (await ItemsAsync(endpointId, cancellation)).Select(JourneyNoteItem.Read)];

    /// <inheritdoc/>
    public async Task DeleteAsync(string endpointId, CancellationToken cancellation)
    {
        foreach (var item in await ItemsAsync(endpointId, cancellation))
        {
            var request = new DeleteItemRequest
            {
                TableName = table,
                Key = new()
                {
                    [JourneyNoteItem.Customer] = item[JourneyNoteItem.Customer],
                    [JourneyNoteItem.Note] = item[JourneyNoteItem.Note],
                },
            };
            await calls.JourneysAsync(() => client.DeleteItemAsync(request, cancellation));
        }
    }

    private async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> ItemsAsync(string endpointId, CancellationToken cancellation)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        Dictionary<string, AttributeValue>? from = null;
        do
        {
            var request = new QueryRequest
            {
                TableName = table,
                ConsistentRead = true,
                KeyConditionExpression = "#customer = :customer",
                ExpressionAttributeNames = new() { ["#customer"] = JourneyNoteItem.Customer },
                ExpressionAttributeValues = new() { [":customer"] = JourneyNoteItem.CustomerOf(endpointId) },
                ExclusiveStartKey = from,
            };
            var page = await calls.JourneysAsync(() => client.QueryAsync(request, cancellation));
            items.AddRange(page.Items ?? []);
            from = page.LastEvaluatedKey;
        }
        while (from?.Count > 0);

        return items;
    }
}
