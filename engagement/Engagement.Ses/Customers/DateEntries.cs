using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws;
using Engagement.Customers;

namespace Engagement.Ses.Customers;

/// <summary>
/// The index of dates:
/// <code>
/// bucket    S  ATTRIBUTE#yyyy-MM-dd#SHARD, the day of the date in UTC: partition key
/// entry     S  DATE#ZONE#CUSTOMER: sort key
/// writtenAt N  Unix milliseconds: a date that was written after its hour had come is late
/// expiresAt N  Unix seconds, days after the date: DynamoDB deletes the entry then
/// </code>
/// </summary>
internal sealed class DateEntries(IAmazonDynamoDB client, string table, TimeProvider time, AwsCalls calls)
{
    public const string Bucket = "bucket";
    public const string Place = "entry";
    public const string WrittenAt = "writtenAt";
    private const string ExpiresAt = "expiresAt";

    // No message comes after its date. What is left of the days is for hours that are caught up.
    private static readonly TimeSpan KeptAfterDate = TimeSpan.FromDays(2);

    /// <summary>Adds the entries that a customer has after a change and had not before.</summary>
    public Task AddAsync(CustomerProfile before, CustomerProfile after, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return Task.WhenAll(DateEntry.From(after)
            .Where(entry => entry.Date + KeptAfterDate > now)
            .Except(DateEntry.From(before))
            .Select(entry => AddAsync(entry, now, cancellation)));
    }

    private async Task AddAsync(DateEntry entry, DateTimeOffset now, CancellationToken cancellation)
    {
        var request = new PutItemRequest
        {
            TableName = table,
            Item = new()
            {
                [Bucket] = ItemValues.Text(entry.Bucket),
                [Place] = ItemValues.Text(entry.Place),
                [WrittenAt] = ItemValues.Number(now.ToUnixTimeMilliseconds()),
                [ExpiresAt] = ItemValues.Number((entry.Date + KeptAfterDate).ToUnixTimeSeconds()),
            },
        };
        await calls.CustomersAsync(() => client.PutItemAsync(request, cancellation));
    }
}
