using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Services;

namespace Engagement.Ses.Customers;

/// <summary>Calls to the tables of customers.</summary>
internal static class CustomerCalls
{
    // An answer has at most 16 MB and an item 400 KB, so that 100 items take three answers.
    private const int MostBatches = 5;

    public static Task<T> CustomersAsync<T>(this AwsCalls calls, Func<Task<T>> call) =>
        calls.CallAsync(CustomerMetrics.Service, call, exception => exception is ConditionalCheckFailedException);

    /// <summary>A conditional write: false when its condition did not hold.</summary>
    public static async Task<bool> TryCustomersAsync<T>(this AwsCalls calls, Func<Task<T>> call)
    {
        try
        {
            await calls.CustomersAsync(call);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>The items of several keys, as they are now; one that is not there is missing.</summary>
    /// <param name="client">Calls DynamoDB.</param>
    /// <param name="table">The table.</param>
    /// <param name="keys">At most 100, each once ("BatchGetItem" in the DynamoDB API reference).</param>
    /// <param name="calls">Measures the calls.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">The table could not be asked, or left keys out of five answers.</exception>
    public static async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> FindAllAsync(
        this IAmazonDynamoDB client,
        string table,
        List<Dictionary<string, AttributeValue>> keys,
        AwsCalls calls,
        CancellationToken cancellation)
    {
        var found = new List<Dictionary<string, AttributeValue>>();
        var left = keys;
        for (var batch = 0; left is { Count: > 0 }; batch++)
        {
            if (batch == MostBatches)
            {
                // It keeps keys back where it is asked for too much: the caller pauses and asks again.
                throw new ServiceException(ServiceFailure.Throttled, "DynamoDB: UnprocessedKeys");
            }

            var asked = new Dictionary<string, KeysAndAttributes> { [table] = new() { Keys = left, ConsistentRead = true } };
            var request = new BatchGetItemRequest { RequestItems = asked };
            var answer = await calls.CustomersAsync(() => client.BatchGetItemAsync(request, cancellation));
            found.AddRange(answer.Responses?.GetValueOrDefault(table) ?? []);
            left = answer.UnprocessedKeys?.GetValueOrDefault(table)?.Keys;
        }

        return found;
    }
}
