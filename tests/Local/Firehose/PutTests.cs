using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.Firehose;
using Engagement.Local.S3;

namespace Local.Tests.Firehose;

/// <summary>What a stream takes, and what it refuses, as a whole or in part.</summary>
public sealed class PutTests
{
    [Fact]
    public async Task Every_record_is_answered_in_the_order_of_the_request()
    {
        await using var archive = await ArchiveCloud.StartAsync();

        var answer = await archive.PutAsync("a", "b");

        Assert.Equal((200, 0), (answer.Status, (int)answer.Body["FailedPutCount"]!));
        Assert.All(answer.Body["RequestResponses"]!.AsArray(), entry => Assert.NotNull(entry!["RecordId"]));
        Assert.Equal(2, archive.Cloud.Local.Service<FirehoseService>().RecordsOf("events").Count);
    }

    [Fact]
    public async Task What_exceeds_the_throughput_fails_record_by_record()
    {
        await using var archive = await ArchiveCloud.StartAsync();
        var local = archive.Cloud.Local;
        using var slow = new FirehoseService(
            local.Context, local.Service<Buckets>(), local.Roles, local.Service<Logs>(), new() { Bytes = 10 });
        await slow.ResourceTypes.Single().Value(
            new("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "slow", DeployedCloud.Map(
                ("name", "slow"),
                ("destination", "extended_s3"),
                ("extendedS3Configuration", DeployedCloud.Map(
                    ("bucketArn", "arn:aws:s3:::archive"), ("roleArn", "arn:aws:iam::000000000000:role/archive"))))),
            CancellationToken.None);

        var answer = await PutAsync(slow, "12345678", "12345", "12");

        Assert.Equal(1, (int)answer["FailedPutCount"]!);
        Assert.Equal(
            [null, "ServiceUnavailableException", null],
            answer["RequestResponses"]!.AsArray().Select(entry => (string?)entry!["ErrorCode"]));
        Assert.Equal(2, slow.RecordsOf("slow").Count);
    }

    [Fact]
    public async Task A_batch_is_1_to_500_records_of_4_MiB_together_and_1000_KiB_each()
    {
        await using var archive = await ArchiveCloud.StartAsync();

        Assert.Equal("ValidationException", (await archive.PutAsync()).Error);
        Assert.Equal("ValidationException", (await archive.PutAsync([.. Enumerable.Repeat("x", 501)])).Error);
        Assert.Equal("ValidationException", (await archive.PutAsync(new string('x', 1_024_001))).Error);
        Assert.Equal(
            "InvalidArgumentException", (await archive.PutAsync([.. Enumerable.Repeat(new string('x', 1_000_000), 5)])).Error);
        Assert.Empty(archive.Cloud.Local.Service<FirehoseService>().RecordsOf("events"));
        Assert.Equal(200, (await archive.PutAsync([.. Enumerable.Repeat("x", 499), new string('x', 1_024_000)])).Status);
    }

    [Fact]
    public async Task A_stream_that_is_not_there_is_not_found()
    {
        await using var archive = await ArchiveCloud.StartAsync();

        Assert.Equal("ResourceNotFoundException", (await archive.PutAsync("none", ["x"])).Error);
    }

    [Theory]
    [InlineData("""{"DeliveryStreamName":"events","Records":[{"Data":"%%%"}]}""", "SerializationException")]
    [InlineData("""{"DeliveryStreamName":"events","Records":[{}]}""", "ValidationException")]
    [InlineData("""{"DeliveryStreamName":"events","Records":[1]}""", "ValidationException")]
    [InlineData("""{"Records":[{"Data":"eA=="}]}""", "ValidationException")]
    public async Task A_request_of_another_shape_is_refused(string body, string error)
    {
        await using var archive = await ArchiveCloud.StartAsync();

        var answer = await archive.Cloud.SendAsync(
            "firehose", "POST", "/", JsonNode.Parse(body), "Firehose_20150804.PutRecordBatch");

        Assert.Equal((400, error), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_role_needs_the_stream()
    {
        await using var archive = await ArchiveCloud.StartAsync();
        var role = await archive.Cloud.RoleAsync(
            "recorder", "lambda.amazonaws.com",
            """{"Effect":"Allow","Action":"firehose:PutRecordBatch","Resource":"arn:aws:firehose:eu-west-1:000000000000:deliverystream/events"}""");

        Assert.Null((await SendAsync("events")).Error);
        Assert.Equal("AccessDeniedException", (await SendAsync("others")).Error);

        Task<(int Status, JsonNode Body, string? Error)> SendAsync(string stream) => archive.Cloud.SendAsync(
            "firehose", "POST", "/", Body(stream, "x"), "Firehose_20150804.PutRecordBatch", Principal.Role(role, "record"));
    }

    private static JsonObject Body(string stream, params string[] records) => new()
    {
        ["DeliveryStreamName"] = stream,
        ["Records"] = new JsonArray(
        [
            .. records.Select(record => new JsonObject { ["Data"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(record)) }),
        ]),
    };

    private static async Task<JsonNode> PutAsync(FirehoseService firehose, params string[] records)
    {
        var operation = firehose.Resolve(new()
        {
            Method = "POST",
            Path = "/",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["X-Amz-Target"] = "Firehose_20150804.PutRecordBatch",
            },
            Body = System.Text.Encoding.UTF8.GetBytes(Body("slow", records).ToJsonString()),
            Caller = Principal.Anonymous,
        });
        return JsonNode.Parse((await operation.ExecuteAsync(CancellationToken.None)).Body.Span)!;
    }
}
