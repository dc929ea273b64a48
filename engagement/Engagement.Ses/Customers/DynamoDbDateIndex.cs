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
        var from = after ?? DateEntry.FirstPlaceOf(query.From);
        var first = after is null ? query.From : DateEntry.Read(query.Attribute, after).Date;
        for (var day = DateEntry.BeginningOf(first); day <= query.To; day += DateEntry.BucketLength)
        {
            await foreach (var entry in ReadBucketAsync(query, day, from, cancellation))
            {
                if (entry.Place != after)
                {
                    yield return entry;
                }
            }
        }
    }

    private async IAsyncEnumerable<IndexedDate> ReadBucketAsync(
        DateQuery query, DateTimeOffset day, string from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Dictionary<string, AttributeValue>? next = null;
        do
        {
            var request = Request(query, day, from, next);
            var page = await calls.CustomersAsync(() => client.QueryAsync(request, cancellation));
            foreach (var item in page.Items ?? [])
            {
                yield return Read(query.Attribute, item);
            }

            next = page.LastEvaluatedKey;
        }
        while (next?.Count > 0);
    }

    // Consistent, or an entry that was written a moment ago might be missing.
    private QueryRequest Request(DateQuery query, DateTimeOffset day, string from, Dictionary<string, AttributeValue>? next) => new()
    {
        TableName = tables.Dates,
        ConsistentRead = true,
        KeyConditionExpression = "#bucket = :bucket AND #entry BETWEEN :from AND :to",
        ExpressionAttributeNames = new() { ["#bucket"] = DateEntries.Bucket, ["#entry"] = DateEntries.Place },
        ExpressionAttributeValues = new()
        {
            [":bucket"] = ItemValues.Text(DateEntry.BucketOf(query.Attribute, day, query.Shard)),
            [":from"] = ItemValues.Text(from),
            [":to"] = ItemValues.Text(DateEntry.BehindPlacesOf(query.To)),
        },
        ExclusiveStartKey = next,
    };

    private static IndexedDate Read(string attribute, Dictionary<string, AttributeValue> item)
    {
        var place = item[DateEntries.Place].S;
        var entry = DateEntry.Read(attribute, place);
        var writtenAt = DateTimeOffset.FromUnixTimeMilliseconds(ItemValues.LongOf(item[DateEntries.WrittenAt]));
        return new(entry.CustomerId, entry.Date, entry.Zone.Length == 0 ? null : entry.Zone, writtenAt, place);
    }
}
