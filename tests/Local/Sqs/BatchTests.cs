using System.Net;
using System.Text.Json.Nodes;

namespace Local.Tests.Sqs;

public sealed class BatchTests
{
    private readonly QueueCloud cloud = new();

    [Fact]
    public async Task Ten_messages_go_in_come_out_and_are_deleted_in_one_call_each()
    {
        await cloud.QueueAsync("orders");

        var sent = await SendAsync(Enumerable.Range(0, 10).Select(i => new { Id = $"m{i}", MessageBody = $"{i}" }));
        Assert.Equal(10, sent.Json["Successful"]!.AsArray().Count);
        Assert.Null(sent.Json["Failed"]);

        var messages = await cloud.ReceiveAsync("orders");
        Assert.Equal(10, messages.Count);
        var entries =
            messages.Select((message, i) => new { Id = $"{i}", ReceiptHandle = (string)message["ReceiptHandle"]! })
                .Append(new { Id = "foreign", ReceiptHandle = "garbage" })
                .Skip(1);
        var deleted = await cloud.CallAsync("DeleteMessageBatch", new { QueueUrl = QueueCloud.Url("orders"), Entries = entries });

        Assert.Equal(9, deleted.Json["Successful"]!.AsArray().Count);
        Assert.Equal(
            ("foreign", "ReceiptHandleIsInvalid"),
            ((string?)deleted.Json["Failed"]![0]!["Id"], (string?)deleted.Json["Failed"]![0]!["Code"]));
        Assert.Equal((0, 1, 0), cloud.Counts("orders"));
    }

    [Fact]
    public async Task One_bad_message_of_a_batch_fails_alone()
    {
        await cloud.QueueAsync("orders");

        var answer = await SendAsync([new { Id = "good", MessageBody = "fine" }, new { Id = "bad", MessageBody = "\u0000" }]);

        Assert.Equal("good", (string?)answer.Json["Successful"]![0]!["Id"]);
        Assert.Equal(
            ("bad", "InvalidMessageContents", true),
            (
                (string?)answer.Json["Failed"]![0]!["Id"],
                (string?)answer.Json["Failed"]![0]!["Code"],
                (bool)answer.Json["Failed"]![0]!["SenderFault"]!));
    }

    [Fact]
    public async Task Visibility_changes_in_batches_too()
    {
        await cloud.QueueAsync("orders");
        await SendAsync([new { Id = "a", MessageBody = "a" }, new { Id = "b", MessageBody = "b" }]);
        var entries = (await cloud.ReceiveAsync("orders")).Select((message, i) =>
            new { Id = $"{i}", ReceiptHandle = (string)message["ReceiptHandle"]!, VisibilityTimeout = 0 });

        await cloud.CallAsync("ChangeMessageVisibilityBatch", new { QueueUrl = QueueCloud.Url("orders"), Entries = entries });

        Assert.Equal((2, 0, 0), cloud.Counts("orders"));
    }

    [Theory]
    [InlineData(0, "AWS.SimpleQueueService.EmptyBatchRequest;Sender", "There should be at least one entry in the request.")]
    [
        InlineData(
            11,
            "AWS.SimpleQueueService.TooManyEntriesInBatchRequest;Sender",
            "Maximum number of entries per request are 10. You have sent 11.")
    ]
    public async Task A_batch_has_one_to_ten_entries(int count, string code, string message)
    {
        await cloud.QueueAsync("orders");

        var answer = await SendAsync(Enumerable.Range(0, count).Select(i => new { Id = $"m{i}", MessageBody = "hi" }));

        Assert.Equal((HttpStatusCode.BadRequest, code, message), (answer.Status, answer.QueryError!, answer.Error.Message!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("invalid:id")]
    [InlineData("too-long-too-long-too-long-too-long-too-long-too-long-too-long-too-long-too-long-x")]
    public async Task Ids_of_entries_are_short_and_plain(string id)
    {
        await cloud.QueueAsync("orders");

        var answer = await SendAsync([new { Id = id, MessageBody = "hi" }]);

        Assert.Equal("AWS.SimpleQueueService.InvalidBatchEntryId;Sender", answer.QueryError);
    }

    [Fact]
    public async Task Ids_of_entries_are_distinct()
    {
        await cloud.QueueAsync("orders");

        var answer = await SendAsync([new { Id = "a", MessageBody = "hi" }, new { Id = "a", MessageBody = "hi" }]);

        Assert.Equal("AWS.SimpleQueueService.BatchEntryIdsNotDistinct;Sender", answer.QueryError);
    }

    [Fact]
    public async Task All_messages_of_a_batch_share_one_MiB()
    {
        await cloud.QueueAsync("orders");
        var half = new string('a', 524_288);

        var answer = await SendAsync([new { Id = "a", MessageBody = half }, new { Id = "b", MessageBody = half + "b" }]);

        Assert.Equal(
            (
                "com.amazonaws.sqs#BatchRequestTooLong",
                "AWS.SimpleQueueService.BatchRequestTooLong;Sender",
                "Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes."),
            answer.Error);
        Assert.Equal((0, 0, 0), cloud.Counts("orders"));
    }

    private Task<QueueCloud.Answer> SendAsync(IEnumerable<object> entries) =>
        cloud.CallAsync("SendMessageBatch", new { QueueUrl = QueueCloud.Url("orders"), Entries = entries });
}
