namespace Conformance.Tests.JavaScriptSdk;

/// <summary>Amazon SQS, asked by <c>@aws-sdk/client-sqs</c>, which checks the digests of bodies by itself.</summary>
[Collection(RunningEnvironment.Name)]
public sealed class SqsTests(Sdk sdk) : IClassFixture<Sdk>
{
    [Fact]
    public async Task A_message_is_sent_received_hidden_and_deleted()
    {
        var attributes = new
        {
            kind = new { DataType = "String", StringValue = "é" },
            size = new { DataType = "Number", StringValue = "3" },
        };
        var sent = await sdk.SucceedAsync(
            "sqs",
            "SendMessage",
            new { QueueUrl = sdk.DeadLetterQueueUrl, MessageBody = "öx <&> 日本", MessageAttributes = attributes });

        var received = await sdk.SucceedAsync("sqs", "ReceiveMessage", new
        {
            QueueUrl = sdk.DeadLetterQueueUrl,
            MessageSystemAttributeNames = new[] { "All" },
            MessageAttributeNames = new[] { "All" },
        });
        var message = Assert.Single(received.GetProperty("Messages").EnumerateArray());
        Assert.Equal(sent.GetProperty("MessageId").GetString(), message.GetProperty("MessageId").GetString());
        Assert.Equal("öx <&> 日本", message.GetProperty("Body").GetString());
        Assert.Equal("é", message.GetProperty("MessageAttributes").GetProperty("kind").GetProperty("StringValue").GetString());
        Assert.Equal("1", message.GetProperty("Attributes").GetProperty("ApproximateReceiveCount").GetString());

        var handle = message.GetProperty("ReceiptHandle").GetString();
        await sdk.SucceedAsync(
            "sqs",
            "ChangeMessageVisibility",
            new { QueueUrl = sdk.DeadLetterQueueUrl, ReceiptHandle = handle, VisibilityTimeout = 30 });
        await sdk.SucceedAsync("sqs", "DeleteMessage", new { QueueUrl = sdk.DeadLetterQueueUrl, ReceiptHandle = handle });
        var counts = await sdk.SucceedAsync(
            "sqs",
            "GetQueueAttributes",
            new { QueueUrl = sdk.DeadLetterQueueUrl, AttributeNames = new[] { "All" } });
        Assert.Equal("0", counts.GetProperty("Attributes").GetProperty("ApproximateNumberOfMessagesNotVisible").GetString());
    }

    [Fact]
    public async Task A_batch_tells_its_good_entries_from_its_bad_ones()
    {
        var answer = await sdk.SucceedAsync("sqs", "SendMessageBatch", new
        {
            QueueUrl = sdk.DeadLetterQueueUrl,
            Entries = new[]
            {
                new { Id = "good", MessageBody = "x", DelaySeconds = 900 },
                new { Id = "bad", MessageBody = "y", DelaySeconds = 901 },
            },
        });

        Assert.Equal("good", Assert.Single(answer.GetProperty("Successful").EnumerateArray()).GetProperty("Id").GetString());
        var failed = Assert.Single(answer.GetProperty("Failed").EnumerateArray());
        Assert.Equal(("bad", true), (failed.GetProperty("Id").GetString(), failed.GetProperty("SenderFault").GetBoolean()));
    }

    [Fact]
    public async Task A_queue_is_found_by_name_and_told_of_its_sources()
    {
        var name = sdk.DeadLetterQueueUrl.Split('/')[^1];
        Assert.Equal(
            sdk.DeadLetterQueueUrl,
            (await sdk.SucceedAsync("sqs", "GetQueueUrl", new { QueueName = name })).GetProperty("QueueUrl").GetString());
        Assert.Contains(
            sdk.DeadLetterQueueUrl,
            (await sdk.SucceedAsync("sqs", "ListQueues", new { }))
                .GetProperty("QueueUrls")
                .EnumerateArray()
                .Select(url => url.GetString()));
        Assert.Single(
            (await sdk.SucceedAsync("sqs", "ListDeadLetterSourceQueues", new { QueueUrl = sdk.DeadLetterQueueUrl }))
                .GetProperty("queueUrls")
                .EnumerateArray());
        await sdk.SucceedAsync("sqs", "ListQueueTags", new { QueueUrl = sdk.DeadLetterQueueUrl });
    }

    [Theory]
    [InlineData("GetQueueUrl")]
    [InlineData("SendMessage")]
    [InlineData("ReceiveMessage")]
    [InlineData("GetQueueAttributes")]
    public async Task A_queue_that_does_not_exist_is_the_error_that_the_sdk_has_a_class_for(string command)
    {
        var url = sdk.DeadLetterQueueUrl.Replace("-dlq-", "-none-", StringComparison.Ordinal);
        var error = await sdk.FailAsync("sqs", command, new { QueueUrl = url, QueueName = "none", MessageBody = "x" });

        Assert.Equal(("QueueDoesNotExist", 400), (error.Class, error.Status));
        Assert.Equal("client", error.Fault);
    }

    [Fact]
    public async Task What_sqs_refuses_is_named_as_aws_names_it()
    {
        var queue = new { QueueUrl = sdk.DeadLetterQueueUrl };
        Assert.Equal(
            "ReceiptHandleIsInvalid",
            (await sdk.FailAsync("sqs", "DeleteMessage", new { queue.QueueUrl, ReceiptHandle = "none" })).Class);
        Assert.Equal(
            "EmptyBatchRequest",
            (await sdk.FailAsync("sqs", "SendMessageBatch", new { queue.QueueUrl, Entries = Array.Empty<object>() })).Class);
        Assert.Equal(
            "InvalidMessageContents",
            (await sdk.FailAsync("sqs", "SendMessage", new { queue.QueueUrl, MessageBody = "\u0001" })).Class);
        Assert.Equal(
            "InvalidParameterValue",
            (await sdk.FailAsync("sqs", "ReceiveMessage", new { queue.QueueUrl, MaxNumberOfMessages = 11 })).Name);
        Assert.Equal(
            "BatchEntryIdsNotDistinct",
            (await sdk.FailAsync(
                "sqs",
                "SendMessageBatch",
                new
                {
                    queue.QueueUrl,
                    Entries = new[]
                {
                    new { Id = "a", MessageBody = "x" },
                    new { Id = "a", MessageBody = "y" },
                }
                })).Class);
    }
}
