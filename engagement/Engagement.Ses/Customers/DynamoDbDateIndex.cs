using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.Customers;

namespace Engagement.Ses.Customers;

/// <summary>The index of dates in DynamoDB; see <see cref="DateEntries"/> for its items.</summary>
/// <param name="client">Calls DynamoDB.</param>
/// <param name="tables">The tables.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class DynamoDbDateIndex(IAmazonDynamoDB client, CustomerTables tables, AwsCalls calls) : IDateIndex
{
    /// <summary>A function's index. The client gives up after at most three attempts of 1 second.</summary>
    public static DynamoDbDateIndex Open(FunctionHost host) =>
        new(host.Own(DynamoDbClients.Create()), CustomerTables.Read(host.Environment), host.Calls);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IndexedDate> ReadAsync(
        DateQuery query, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var first = after is null ? query.From : DateEntry.Read(query.Attribute, after).Date;
        for (var hour = first; DateEntry.HourOf(hour) <= query.To; hour += DateEntry.BucketLength)
        {
            await foreach (var entry in ReadBucketAsync(query, hour, after, cancellation))
            {
                yield return entry;
            }
        }
    }

    private async IAsyncEnumerable<IndexedDate> ReadBucketAsync(
        DateQuery query, DateTimeOffset hour, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Dictionary<string, AttributeValue>? from = null;
        do
        {
            var request = Request(DateEntry.BucketOf(query.Attribute, hour, query.Shard), after, from);
            var page = await calls.CustomersAsync(() => client.QueryAsync(request, cancellation));
            foreach (var item in page.Items ?? [])
            {
                yield return Read(query.Attribute, item);
            }

            from = page.LastEvaluatedKey;
        }
        while (from?.Count > 0);
    }

    // Consistent, or an entry that was written a moment ago might be missing.
    private QueryRequest Request(string bucket, string? after, Dictionary<string, AttributeValue>? from) => new()
    {
        TableName = tables.Dates,
        ConsistentRead = true,
        KeyConditionExpression = after is null ? "#bucket = :bucket" : "#bucket = :bucket AND #entry > :after",
        ExpressionAttributeNames = after is null
            ? new() { ["#bucket"] = DateEntries.Bucket }
            : new() { ["#bucket"] = DateEntries.Bucket, ["#entry"] = DateEntries.Place },
        ExpressionAttributeValues = after is null
            ? new() { [":bucket"] = Attributes.Text(bucket) }
            : new() { [":bucket"] = Attributes.Text(bucket), [":after"] = Attributes.Text(after) },
        ExclusiveStartKey = from,
    };

    private static IndexedDate Read(string attribute, Dictionary<string, AttributeValue> item)
    {
        var place = item[DateEntries.Place].S;
        var entry = DateEntry.Read(attribute, place);
        var writtenAt = DateTimeOffset.FromUnixTimeMilliseconds(Attributes.LongOf(item[DateEntries.WrittenAt]));
        return new(entry.CustomerId, entry.Date, entry.Zone.Length == 0 ? null : entry.Zone, writtenAt, place);
    }
}
