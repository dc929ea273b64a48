using System.Net;
using System.Text.Json.Nodes;

namespace Local.Tests.Sqs;

public sealed class AttributeTests
{
    private readonly QueueCloud cloud = new();

    // Fair queues; the texts are AWS's, as localstack/localstack recorded them.
    [Theory]
    [InlineData("tenant-1")]
    [InlineData("a!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~z")]
    public async Task A_message_of_a_standard_queue_may_name_its_group(string group)
    {
        await cloud.QueueAsync("orders");

        var sent =
            await cloud.CallAsync("SendMessage", new { QueueUrl = QueueCloud.Url("orders"), MessageBody = "hi", MessageGroupId = group });
        var batch =
            await cloud.CallAsync(
                "SendMessageBatch",
                new
                {
                    QueueUrl = QueueCloud.Url("orders"),
                    Entries = new[] { new { Id = "1", MessageBody = "hi", MessageGroupId = group } }
                });

        Assert.Equal((HttpStatusCode.OK, 1), (sent.Status, batch.Json["Successful"]!.AsArray().Count));
        Assert.All(await cloud.ReceiveAsync("orders"), message => Assert.Equal(group, (string?)message["Attributes"]!["MessageGroupId"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("group 123")]
    [InlineData("grüppe")]
    [
        InlineData(
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    ]
    public async Task A_group_has_1_to_128_letters_digits_and_punctuation(string group)
    {
        await cloud.QueueAsync("orders");

        Assert.Equal(
            $"Value {group} for parameter MessageGroupId is invalid. Reason: MessageGroupId can only include alphanumeric and punctuation "
                + "characters. 1 to 128 in length.",
            (
                await cloud.CallAsync(
                    "SendMessage", new { QueueUrl = QueueCloud.Url("orders"), MessageBody = "hi", MessageGroupId = group })).Error.Message);
    }

    [Theory]
    [InlineData("a.b-c_D1", "String.mine", "x", true)]
    [InlineData("a", "Number.float", "-12.5e3", true)]
    [InlineData("a", "Binary.gif", "AQI=", true)]
    [InlineData("AWS.a", "String", "x", false)]
    [InlineData("amazon.a", "String", "x", false)]
    [InlineData(".a", "String", "x", false)]
    [InlineData("a.", "String", "x", false)]
    [InlineData("a..b", "String", "x", false)]
    [InlineData("a b", "String", "x", false)]
    [InlineData("", "String", "x", false)]
    [InlineData("a", "Stringy", "x", false)]
    [InlineData("a", "String.", "x", false)]
    [InlineData("a", "Text", "x", false)]
    [InlineData("a", "", "x", false)]
    [InlineData("a", "String", "", false)]
    [InlineData("a", "String", "\u0001", false)]
    [InlineData("a", "Number", "seven", false)]
    [InlineData("a", "Number", "1e400", false)]
    [InlineData("a", "Number", "123456789012345678901234567890123456789", false)]
    [InlineData("a", "Binary", "no base64!", false)]
    public async Task An_attribute_has_a_name_a_type_and_a_value_that_SQS_takes(string name, string type, string value, bool taken)
    {
        await cloud.QueueAsync("orders");
        var attributes = new Dictionary<string, object>
        {
            [name] = new Dictionary<string, string>
            {
                ["DataType"] = type,
                [type.StartsWith("Binary", StringComparison.Ordinal) ? "BinaryValue" : "StringValue"] = value
            },
        };

        var sent =
            await cloud.CallAsync(
                "SendMessage", new { QueueUrl = QueueCloud.Url("orders"), MessageBody = "hi", MessageAttributes = attributes });
        var batch = await cloud.CallAsync("SendMessageBatch", new
        {
            QueueUrl = QueueCloud.Url("orders"),
            Entries = new object[]
            {
                new { Id = "1", MessageBody = "hi", MessageAttributes = attributes },
                new { Id = "2", MessageBody = "hi" }
            },
        });

        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, sent.Status);
        Assert.Equal(taken ? 2 : 1, batch.Json["Successful"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("policy", "no JSON")]
    [InlineData("policy", "[]")]
    [InlineData("policy", "{\"Version\":\"\\ud800\"}")]
    [InlineData("redrivePolicy", "{\"maxReceiveCount\":1}")]
    [InlineData("redriveAllowPolicy", "{\"redrivePermission\":\"\\ud800\"}")]
    [InlineData("redriveAllowPolicy", "{\"redrivePermission\":\"denyAll\",\"redrivePermission\":\"some\"}")]
    public async Task Policy_that_is_none_is_refused_by_name(string key, string value)
    {
        var error = await Record.ExceptionAsync(() => cloud.QueueAsync("events", (key, value)));

        Assert.True(error is Engagement.Local.Aws.AwsException or ArgumentException, $"{error}");
        Assert.Contains(key, error!.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task No_request_fails_otherwise_than_by_an_error_of_SQS()
    {
        await cloud.QueueAsync("orders");
        var url = QueueCloud.Url("orders");
        foreach (var (operation, body) in new[]
        {
            (
                "SendMessage",
                """{"QueueUrl":"URL","MessageBody":"hi","DelaySeconds":1,"MessageGroupId":"g","MessageAttributes":{"a":{"DataType":"String","StringValue":"x"},"b":{"DataType":"Binary","BinaryValue":"AQI="}},"MessageSystemAttributes":{"AWSTraceHeader":{"DataType":"String","StringValue":"x"}}}"""),
            (
                "SendMessageBatch",
                """{"QueueUrl":"URL","Entries":[{"Id":"1","MessageBody":"hi","MessageAttributes":{"a":{"DataType":"Number","StringValue":"1"}}},{"Id":"2","MessageBody":"hi"}]}"""),
            ("DeleteMessage", """{"QueueUrl":"URL","ReceiptHandle":"x"}"""),
            ("DeleteMessageBatch", """{"QueueUrl":"URL","Entries":[{"Id":"1","ReceiptHandle":"x"}]}"""),
            ("ChangeMessageVisibility", """{"QueueUrl":"URL","ReceiptHandle":"x","VisibilityTimeout":1}"""),
            ("ChangeMessageVisibilityBatch", """{"QueueUrl":"URL","Entries":[{"Id":"1","ReceiptHandle":"x","VisibilityTimeout":1}]}"""),
            ("GetQueueAttributes", """{"QueueUrl":"URL","AttributeNames":["All"]}"""),
            ("GetQueueUrl", """{"QueueName":"orders","QueueOwnerAWSAccountId":"000000000000"}"""),
            ("ListQueues", """{"QueueNamePrefix":"o","MaxResults":1,"NextToken":"x"}"""),
            ("ListDeadLetterSourceQueues", """{"QueueUrl":"URL","MaxResults":1,"NextToken":"x"}"""),
            (
                "StartMessageMoveTask",
                """{"SourceArn":"arn:aws:sqs:eu-west-1:000000000000:orders","DestinationArn":"x","MaxNumberOfMessagesPerSecond":1}"""),
            ("ListMessageMoveTasks", """{"SourceArn":"arn:aws:sqs:eu-west-1:000000000000:orders","MaxResults":1}"""),
            (
                "ReceiveMessage",
                """{"QueueUrl":"URL","MaxNumberOfMessages":1,"VisibilityTimeout":0,"AttributeNames":["All"],"MessageAttributeNames":["All"]}"""),
        })
        {
            foreach (var mutated in Mutations.Of(body.Replace("URL", url, StringComparison.Ordinal)))
            {
                Assert.NotNull((await cloud.CallAsync(operation, JsonNode.Parse(mutated)!)).Json);
            }
        }
    }
}
