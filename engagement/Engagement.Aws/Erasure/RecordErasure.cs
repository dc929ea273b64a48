using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws.Journeys;
using Engagement.Aws.Reminders;
using Engagement.Customers;
using Engagement.Services;

namespace Engagement.Aws.Erasure;

/// <summary>
/// Deletes what reminders and journeys keep of endpoints, on every platform. No key leads to records of reminders, so that their table is
/// read as a whole once.
/// </summary>
/// <param name="client">Calls DynamoDB.</param>
/// <param name="tables">The tables.</param>
/// <param name="time">Tells the time.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class RecordErasure(IAmazonDynamoDB client, RecordTables tables, TimeProvider time, AwsCalls calls)
{
    private readonly TableScan scan = new(client, ServiceMetrics.Ledger, calls);
    private readonly DynamoDbCustomerJourneys journeys = new(client, tables.Journeys.Customers, time, calls);
    private readonly DynamoDbJourneyHistory history = new(client, tables.Journeys.History, calls);

    /// <summary>Deletes the records of a customer's endpoints.</summary>
    /// <param name="endpoints">The endpoints, see <see cref="CustomerId.EndpointKey"/>.</param>
    /// <param name="cancellation">Ends the calls; the same call later goes on.</param>
    /// <exception cref="ServiceException">Not all is deleted; the same call goes on.</exception>
    public async Task<ErasedRecords> EraseAsync(IReadOnlyCollection<string> endpoints, CancellationToken cancellation)
    {
        var reminders = await DeleteRemindersAsync(endpoints, cancellation);
        var (deleted, notes) = (0, 0);
        foreach (var endpoint in endpoints)
        {
            deleted += await journeys.FindAsync(endpoint, cancellation) is null ? 0 : 1;
            await journeys.DeleteAsync(endpoint, cancellation);
            // After the journeys, so that nothing is added any more.
            notes += (await history.ReadAsync(endpoint, cancellation)).Count;
            await history.DeleteAsync(endpoint, cancellation);
        }

        return new(reminders, deleted, notes);
    }

    private async Task<int> DeleteRemindersAsync(IReadOnlyCollection<string> endpoints, CancellationToken cancellation)
    {
        // The endpoint stands there as it was spelled then. Filters cannot ignore case, and spellings are few.
        var found = await scan.FindAsync(
            tables.ReminderLedger,
            "begins_with(#id, :sent)",
            new() { ["#id"] = ReminderItem.Id },
            new() { [":sent"] = ItemValues.Text(ReminderItem.SentPrefix) },
            cancellation);
        List<AttributeValue> ids =
        [
            .. found.Select(item => item[ReminderItem.Id]).Where(id => endpoints.Contains(ReminderItem.EndpointKeyOf(id.S))),
        ];
        foreach (var id in ids)
        {
            var request = new DeleteItemRequest { TableName = tables.ReminderLedger, Key = new() { [ReminderItem.Id] = id } };
            await calls.CallAsync(ServiceMetrics.Ledger, () => client.DeleteItemAsync(request, cancellation));
        }

        return ids.Count;
    }
}
