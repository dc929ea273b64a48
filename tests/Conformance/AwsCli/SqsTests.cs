namespace Conformance.Tests.AwsCli;

/// <summary>Amazon SQS, asked by the AWS CLI: over the query protocol by those before 2.13, over JSON by later ones.</summary>
[Collection(RunningEnvironment.Name)]
public sealed class SqsTests(CommandLine aws) : IClassFixture<CommandLine>
{
    [Fact]
    public async Task A_message_is_sent_received_and_deleted()
    {
        var sent = await aws.SucceedAsync(
            "sqs",
            "send-message",
            "--queue-url",
            aws.DeadLetterQueueUrl,
            "--message-body",
            "öx <&> 日本",
            "--message-attributes",
            """{"kind":{"DataType":"String","StringValue":"é"}}""");
        var received = await aws.SucceedAsync(
            "sqs",
            "receive-message",
            "--queue-url",
            aws.DeadLetterQueueUrl,
            "--attribute-names",
            "All",
            "--message-attribute-names",
            "All");

        var message = Assert.Single(received.GetProperty("Messages").EnumerateArray());
        Assert.Equal(sent.GetProperty("MessageId").GetString(), message.GetProperty("MessageId").GetString());
        Assert.Equal("öx <&> 日本", message.GetProperty("Body").GetString());
        Assert.Equal("é", message.GetProperty("MessageAttributes").GetProperty("kind").GetProperty("StringValue").GetString());
        await aws.RunAsync(
            "sqs",
            "delete-message",
            "--queue-url",
            aws.DeadLetterQueueUrl,
            "--receipt-handle",
            message.GetProperty("ReceiptHandle").GetString()!);
        var counts = await aws.SucceedAsync(
            "sqs", "get-queue-attributes", "--queue-url", aws.DeadLetterQueueUrl, "--attribute-names", "All");
        Assert.Equal("0", counts.GetProperty("Attributes").GetProperty("ApproximateNumberOfMessagesNotVisible").GetString());
    }

    [Fact]
    public async Task A_batch_tells_its_good_entries_from_its_bad_ones()
    {
        var answer = await aws.SucceedAsync(
            "sqs",
            "send-message-batch",
            "--queue-url",
            aws.DeadLetterQueueUrl,
            "--entries",
            "Id=good,MessageBody=x,DelaySeconds=900",
            "Id=bad,MessageBody=y,DelaySeconds=901");

        Assert.Equal("good", Assert.Single(answer.GetProperty("Successful").EnumerateArray()).GetProperty("Id").GetString());
        Assert.Equal("bad", Assert.Single(answer.GetProperty("Failed").EnumerateArray()).GetProperty("Id").GetString());
    }

    [Fact]
    public async Task A_queue_is_listed_and_found_by_name()
    {
        var listed = (await aws.SucceedAsync("sqs", "list-queues"))
            .GetProperty("QueueUrls")
            .EnumerateArray()
            .Select(url => url.GetString());
        var found = await aws.SucceedAsync("sqs", "get-queue-url", "--queue-name", aws.DeadLetterQueueUrl.Split('/')[^1]);

        Assert.Contains(aws.DeadLetterQueueUrl, listed);
        Assert.Equal(aws.DeadLetterQueueUrl, found.GetProperty("QueueUrl").GetString());
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_named_as_aws_names_it()
    {
        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue", await aws.FailAsync("sqs", "get-queue-url", "--queue-name", "none"));
        var url = aws.DeadLetterQueueUrl.Replace("-dlq-", "-none-", StringComparison.Ordinal);
        Assert.Equal(
            "AWS.SimpleQueueService.NonExistentQueue",
            await aws.FailAsync("sqs", "send-message", "--queue-url", url, "--message-body", "x"));
    }

    [Fact]
    public async Task What_sqs_refuses_is_named_as_aws_names_it()
    {
        Assert.Equal(
            "ReceiptHandleIsInvalid",
            await aws.FailAsync("sqs", "delete-message", "--queue-url", aws.DeadLetterQueueUrl, "--receipt-handle", "none"));
        Assert.Equal(
            "InvalidParameterValue",
            await aws.FailAsync("sqs", "receive-message", "--queue-url", aws.DeadLetterQueueUrl, "--max-number-of-messages", "11"));
    }
}
