using System.Diagnostics;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Xunit.Abstractions;

namespace Cli.Tests.Audiences;

/// <summary>
/// The scan of all customers by itself, as an announcement and <c>audience</c> do it. <c>AUDIENCE_CUSTOMERS=1000000</c> measures the size
/// that docs/benchmarks.md tells of.
/// </summary>
public sealed class LargeAudienceTests(ITestOutputHelper output)
{
    private const int Batch = 25;

    private static readonly int Customers = int.Parse(
        Environment.GetEnvironmentVariable("AUDIENCE_CUSTOMERS") ?? "2000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Every_customer_is_read_and_each_of_the_segment_counted()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync(
            "Id,ChannelType,Address,User.UserId,User.UserAttributes.tier,User.UserAttributes.language",
            "e-premium,EMAIL,premium@example.com,premium,premium,en",
            "e-standard,EMAIL,standard@example.com,standard,standard,de");
        await FillAsync(cloud);

        var began = (TimeProvider.System.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var told = await cloud.SucceedAsync("audience", "premium", "--sample", "0");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Customers} customers scanned in {TimeProvider.System.GetElapsedTime(began.Item1).TotalSeconds:0.0} s, "
                + $"{(Process.GetCurrentProcess().TotalProcessorTime - began.TotalProcessorTime).TotalSeconds:0.0} s of CPU with the local DynamoDB"));

        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"premium: {Customers / 2:N0} of {Customers:N0} customers"),
            told,
            StringComparison.Ordinal);
    }

    // Copies of the two that were imported, under ids of their own.
    private static async Task FillAsync(OperatedCloud cloud)
    {
        using var client = cloud.Client;
        var patterns = (await client.ScanAsync(new ScanRequest { TableName = "customers" })).Items
            .OrderBy(item => item["id"].S, StringComparer.Ordinal).ToList();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Customers).Skip(patterns.Count).Chunk(Batch),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (numbers, cancellation) => await WriteAsync(client, patterns, numbers, cancellation));
    }

    private static Task<BatchWriteItemResponse> WriteAsync(
        AmazonDynamoDBClient client, List<Dictionary<string, AttributeValue>> patterns, int[] numbers, CancellationToken cancellation) =>
        client.BatchWriteItemAsync(
            new BatchWriteItemRequest
            {
                RequestItems = new Dictionary<string, List<WriteRequest>>
                {
                    ["customers"] = [.. numbers.Select(number => new WriteRequest(new PutRequest(new(patterns[number % patterns.Count])
                    {
                        ["id"] = new(string.Create(CultureInfo.InvariantCulture, $"u{number:0000000}")),
                    })))],
                },
            },
            cancellation);
}
