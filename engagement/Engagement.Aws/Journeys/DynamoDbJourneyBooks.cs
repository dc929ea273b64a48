using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Engagement.Aws.Functions;
using Engagement.Definitions.Journeys;
using Engagement.Journeys;
using Engagement.Services;
using static Engagement.Aws.ItemValues;

namespace Engagement.Aws.Journeys;

/// <summary>
/// Heads and versions of journeys in a DynamoDB table; see <see cref="JourneyBookItem"/> for its items. A process reads the heads once a
/// minute, and each version once.
/// </summary>
/// <param name="client">Calls DynamoDB.</param>
/// <param name="table">The table's name.</param>
/// <param name="time">Tells how old a copy is.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class DynamoDbJourneyBooks(IAmazonDynamoDB client, string table, TimeProvider time, AwsCalls calls)
    : IJourneyBooks, IDisposable
{
    // Questions after a version that is gone for good do not have the table read for each of them.
    private static readonly TimeSpan YoungEnough = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(string Journey, string Version), JourneyVersion> versions = [];
    private readonly SemaphoreSlim oneReader = new(1);
    private JourneyBook? book;
    private DateTimeOffset readAt;

    /// <summary>
    /// A function's: <c>JOURNEY_BOOKS_TABLE</c> names the table. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static DynamoDbJourneyBooks Open(FunctionHost host) => host.Own(new DynamoDbJourneyBooks(
        host.Own(DynamoDbClients.Create()), host.Environment.Required("JOURNEY_BOOKS_TABLE"), host.Time, host.Calls));

    /// <inheritdoc/>
    public ValueTask<JourneyBook> ReadAsync(CancellationToken cancellation) => ReadAsync(JourneyTimes.Notice, cancellation);

    /// <inheritdoc/>
    public async ValueTask<JourneyBook> ReadAsync(string journey, string version, CancellationToken cancellation) =>
        await ReadAsync(cancellation) is var copy && copy.Find(journey, version) is not null
            ? copy
            : await ReadAsync(YoungEnough, cancellation);

    private async ValueTask<JourneyBook> ReadAsync(TimeSpan oldest, CancellationToken cancellation)
    {
        await oneReader.WaitAsync(cancellation);
        try
        {
            // By the clock, so that a cloud whose time is virtual sees changes within its own minute. One that was set back ends a copy.
            if (book is null || time.GetUtcNow() - readAt is var age && (age >= oldest || age < TimeSpan.Zero))
            {
                var begun = time.GetUtcNow();
                (book, readAt) = (await ReadNowAsync(cancellation), begun);
            }

            return book;
        }
        finally
        {
            oneReader.Release();
        }
    }

    /// <inheritdoc/>
    public async Task WriteAsync(JourneyDeployment deployment, CancellationToken cancellation)
    {
        foreach (var version in deployment.Versions)
        {
            await KeepAsync(version, cancellation);
        }

        // The next deployment by this process compares with what is written here.
        book = null;
        foreach (var head in deployment.Heads)
        {
            var request = new PutItemRequest { TableName = table, Item = JourneyBookItem.From(head) };
            await calls.JourneysAsync(() => client.PutItemAsync(request, cancellation));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => oneReader.Dispose();

    private async Task<JourneyBook> ReadNowAsync(CancellationToken cancellation)
    {
        var heads = await HeadsAsync(cancellation);
        var needed = heads.SelectMany(
            head => head.Superseded.Select(each => each.Version).Append(head.Version), (head, version) => (head.Journey, version));
        foreach (var (journey, version) in needed.Where(each => !versions.ContainsKey(each)).ToList())
        {
            if (await FindAsync(journey, version, cancellation) is { } found)
            {
                versions[(journey, version)] = found;
            }
        }

        return new(heads, versions.Values);
    }

    private async Task<IReadOnlyList<JourneyHead>> HeadsAsync(CancellationToken cancellation)
    {
        var heads = new List<JourneyHead>();
        Dictionary<string, AttributeValue>? from = null;
        do
        {
            var request = new QueryRequest
            {
                TableName = table,
                ConsistentRead = true,
                KeyConditionExpression = "#kind = :kind",
                ExpressionAttributeNames = new() { ["#kind"] = JourneyBookItem.Kind },
                ExpressionAttributeValues = new() { [":kind"] = Text(JourneyBookItem.HeadKind) },
                ExclusiveStartKey = from,
            };
            var page = await calls.JourneysAsync(() => client.QueryAsync(request, cancellation));
            heads.AddRange((page.Items ?? []).Select(JourneyBookItem.ReadHead));
            from = page.LastEvaluatedKey;
        }
        while (from?.Count > 0);

        return heads;
    }

    private async Task<JourneyVersion?> FindAsync(string journey, string version, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = table, Key = JourneyBookItem.KeyOf(journey, version), ConsistentRead = true };
        var answer = await calls.JourneysAsync(() => client.GetItemAsync(request, cancellation));
        return answer.IsItemSet ? JourneyBookItem.ReadVersion(answer.Item) : null;
    }

    private async Task KeepAsync(JourneyVersion version, CancellationToken cancellation)
    {
        var request = new PutItemRequest
        {
            TableName = table,
            Item = JourneyBookItem.From(version),
            ConditionExpression = "attribute_not_exists(#name)",
            ExpressionAttributeNames = new() { ["#name"] = JourneyBookItem.Name },
        };
        try
        {
            await calls.JourneysAsync(() => client.PutItemAsync(request, cancellation));
        }
        catch (ConditionalCheckFailedException)
        {
            // It is there already, and never changes.
        }
    }
}
