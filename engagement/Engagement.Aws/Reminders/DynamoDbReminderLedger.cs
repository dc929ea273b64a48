using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws.Functions;
using Engagement.Reminders;
using Engagement.Services;

namespace Engagement.Aws.Reminders;

/// <summary>The ledger of reminders in a DynamoDB table; see <see cref="ReminderItem"/> for its items.</summary>
/// <param name="client">Calls DynamoDB.</param>
/// <param name="table">The table's name.</param>
/// <param name="time">Tells the time.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class DynamoDbReminderLedger(IAmazonDynamoDB client, string table, TimeProvider time, AwsCalls calls) : IReminderLedger
{
    // A platform waits seconds for an attempt, and makes three.
    private static readonly TimeSpan SameAttempt = TimeSpan.FromMinutes(2);

    /// <summary>
    /// A function's ledger: <c>LEDGER_TABLE</c> names the table. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static DynamoDbReminderLedger Open(FunctionHost host) =>
        new(host.Own(DynamoDbClients.Create()), host.Environment.Required("LEDGER_TABLE"), host.Time, host.Calls);

    /// <inheritdoc/>
    public async Task<SlidHour?> HourOfAsync(string message, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = table, Key = ReminderItem.KeyOf(message), ConsistentRead = true };
        var answer = await CallAsync(() => client.GetItemAsync(request, cancellation));
        return answer.IsItemSet ? ReminderItem.SlidHourOf(answer.Item) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> TryAdvanceAsync(string message, SlidHour hour, CancellationToken cancellation)
    {
        var request = new UpdateItemRequest
        {
            TableName = table,
            Key = ReminderItem.KeyOf(message),
            UpdateExpression = "SET #hour = :hour, #before = :before",
            ConditionExpression = "attribute_not_exists(#hour) OR #hour < :hour",
            ExpressionAttributeNames = new() { ["#hour"] = ReminderItem.Hour, ["#before"] = ReminderItem.Before },
            ExpressionAttributeValues = new()
            {
                [":hour"] = ReminderItem.Instant(hour.Hour),
                [":before"] = ReminderItem.Instant(hour.Before ?? hour.Hour),
            },
        };
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
    public async Task<IReadOnlySet<string>> ClaimAsync(
        IReadOnlyList<SentReminder> reminders, DateTimeOffset hour, CancellationToken cancellation)
    {
        if (reminders.Count == 0)
        {
            return new HashSet<string>();
        }

        var present = await FindAsync(reminders, cancellation);
        var claims = await Task.WhenAll(reminders.Select(async reminder =>
            present.TryGetValue(ReminderItem.KeyOf(reminder)[ReminderItem.Id].S, out var item)
                ? IsSameAttempt(item, hour)
                : await TryClaimAsync(reminder, hour, cancellation)));
        return reminders.Zip(claims).Where(each => each.Second).Select(each => each.First.EndpointId).ToHashSet(StringComparer.Ordinal);
    }

    // Most were claimed in an hour before: reading is cheaper than writing in vain.
    private async Task<Dictionary<string, Dictionary<string, AttributeValue>>> FindAsync(
        IReadOnlyList<SentReminder> reminders, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Dictionary<string, AttributeValue>>(StringComparer.Ordinal);
        var asked = new Dictionary<string, KeysAndAttributes> { [table] = new() { Keys = [.. reminders.Select(ReminderItem.KeyOf)] } };
        var request = new BatchGetItemRequest { RequestItems = asked };
        var answer = await CallAsync(() => client.BatchGetItemAsync(request, cancellation));
        foreach (var item in answer.Responses?.GetValueOrDefault(table) ?? [])
        {
            found.Add(item[ReminderItem.Id].S, item);
        }

        // What is left unread is found by the condition of the write.
        return found;
    }

    private async Task<bool> TryClaimAsync(SentReminder reminder, DateTimeOffset hour, CancellationToken cancellation)
    {
        var request = new PutItemRequest
        {
            TableName = table,
            Item = ReminderItem.From(reminder, hour, time.GetUtcNow()),
            ConditionExpression = $"attribute_not_exists({ReminderItem.Id})",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            await CallAsync(() => client.PutItemAsync(request, cancellation));
            return true;
        }
        catch (ConditionalCheckFailedException exception)
        {
            return IsSameAttempt(exception.Item, hour);
        }
    }

    private bool IsSameAttempt(Dictionary<string, AttributeValue> item, DateTimeOffset hour) =>
        ReminderItem.HourOf(item) == hour && (time.GetUtcNow() - ReminderItem.ClaimedAtOf(item)).Duration() < SameAttempt;

    private Task<T> CallAsync<T>(Func<Task<T>> call) =>
        calls.CallAsync(ServiceMetrics.Ledger, call, exception => exception is ConditionalCheckFailedException);
}
