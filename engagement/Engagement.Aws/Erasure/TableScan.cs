using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Services;

namespace Engagement.Aws.Erasure;

/// <summary>Finds items that no key leads to, by reading a whole table in several parts at once.</summary>
/// <param name="client">Calls DynamoDB.</param>
/// <param name="service">What the tables belong to.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class TableScan(IAmazonDynamoDB client, ServiceMetrics service, AwsCalls calls)
{
    private const int Parts = 8;

    /// <summary>
    /// The items of a table that fit a condition, with all their attributes. Consistent: nothing that was written before is missing.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="condition">A filter expression.</param>
    /// <param name="names">Its names.</param>
    /// <param name="values">Its values.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">The table could not be read to its end.</exception>
    public async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> FindAsync(
        string table,
        string condition,
        Dictionary<string, string> names,
        Dictionary<string, AttributeValue> values,
        CancellationToken cancellation)
    {
        var found = new ConcurrentQueue<Dictionary<string, AttributeValue>>();
        await Task.WhenAll(Enumerable.Range(0, Parts).Select(async part =>
        {
            Dictionary<string, AttributeValue>? from = null;
            do
            {
                var request = new ScanRequest
                {
                    TableName = table,
                    Segment = part,
                    TotalSegments = Parts,
                    ConsistentRead = true,
                    FilterExpression = condition,
                    ExpressionAttributeNames = names,
                    ExpressionAttributeValues = values,
                    ExclusiveStartKey = from,
                };
                var page = await calls.CallAsync(service, () => client.ScanAsync(request, cancellation));
                (page.Items ?? []).ForEach(found.Enqueue);
                from = page.LastEvaluatedKey;
            }
            while (from?.Count > 0);
        }));
        return [.. found];
    }
}
