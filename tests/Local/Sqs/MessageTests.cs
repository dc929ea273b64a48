using System.Net;
using System.Text.Json.Nodes;

namespace Local.Tests.Sqs;

public sealed class MessageTests
{
    private readonly QueueCloud cloud = new();

    [Fact]
    public async Task A_message_arrives_exactly_as_sent_with_its_digest_and_facts()
    {
        await cloud.QueueAsync("orders");
        const string body = "a, b · 50% off & A&B x}y { u+1@x.com #1 \" ' \\ \n\r\t 日本 🎉";

        var id = await cloud.SendMessageAsync("orders", body);
        await cloud.AdvanceAsync(5);
        var message = Assert.Single(await cloud.ReceiveAsync("orders"));

        Assert.Equal(body, (string?)message["Body"]);
        Assert.Equal(id, (string?)message["MessageId"]);
        Assert.Equal("900150983cd24fb0d6963f7d28e17f72", await DigestAsync("abc"));
        Assert.Equal("1", (string?)message["Attributes"]!["ApproximateReceiveCount"]);
        Assert.Equal("sender", (string?)message["Attributes"]!["SenderId"]);
        Assert.Equal(Milliseconds(0), (string?)message["Attributes"]!["SentTimestamp"]);
        Assert.Equal(Milliseconds(5), (string?)message["Attributes"]!["ApproximateFirstReceiveTimestamp"]);
    }

    [Fact]
    public async Task Attributes_come_back_only_when_asked_for()
    {
        await cloud.QueueAsync("orders");
        await cloud.CallAsync("SendMessage", new
        {
            QueueUrl = QueueCloud.Url("orders"),
            MessageBody = "hi",
            MessageAttributes = new
            {
                kind = new { DataType = "String", StringValue = "test" },
                @bytes = new { DataType = "Binary", BinaryValue = "AQI=" }
            },
        });

        var plain = (
            await cloud.CallAsync(
                "ReceiveMessage", new { QueueUrl = QueueCloud.Url("orders"), VisibilityTimeout = 0 })).Json["Messages"]![0]!;
        Assert.Null(plain["Attributes"]);
        Assert.Null(plain["MessageAttributes"]);

        var some = (await cloud.CallAsync("ReceiveMessage", new
        {
            QueueUrl = QueueCloud.Url("orders"),
            MessageSystemAttributeNames = new[] { "SentTimestamp" },
            MessageAttributeNames = new[] { "ki.*" },
        })).Json["Messages"]![0]!;
        Assert.Equal(["SentTimestamp"], some["Attributes"]!.AsObject().Select(pair => pair.Key));
        Assert.Equal("test", (string?)some["MessageAttributes"]!["kind"]!["StringValue"]);
        Assert.Null(some["MessageAttributes"]!["bytes"]);
    }

    [Fact]
    public async Task The_digest_of_attributes_is_the_one_that_SDKs_check()
    {
        await cloud.QueueAsync("orders");

        var answer = await cloud.CallAsync("SendMessage", new
        {
            QueueUrl = QueueCloud.Url("orders"),
            MessageBody = "hi",
            MessageAttributes = new { timestamp = new { DataType = "Number", StringValue = "1493147359900" } },
        });

        // As other implementations of the algorithm compute it.
        Assert.Equal("235c5c510d26fb653d073faed50ae77c", (string?)answer.Json["MD5OfMessageAttributes"]);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("a\u0001b")]
    [InlineData("\u001f")]
    [InlineData("\ufffe")]
    [InlineData("\uffff")]
    public async Task Characters_that_XML_cannot_hold_are_refused(string body)
    {
        await cloud.QueueAsync("orders");

        var answer = await cloud.CallAsync("SendMessage", new { QueueUrl = QueueCloud.Url("orders"), MessageBody = body });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("com.amazonaws.sqs#InvalidMessageContents", answer.Error.Type);
        Assert.StartsWith(
            "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD", answer.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_one_MiB_is_taken_and_one_byte_more_is_not()
    {
        await cloud.QueueAsync("orders");
        await cloud.SendMessageAsync("orders", new string('a', 1_048_576));

        var answer =
            await cloud.CallAsync(
                "SendMessage", new { QueueUrl = QueueCloud.Url("orders"), MessageBody = new string('a', 1_048_575) + "é" });

        Assert.Equal(
            (
                "com.amazonaws.sqs#InvalidParameterValueException",
                "InvalidParameterValue;Sender",
                "One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes."),
            answer.Error);
    }

    [Fact]
    public async Task An_empty_message_is_refused()
    {
        await cloud.QueueAsync("orders");

        var answer = await cloud.CallAsync("SendMessage", new { QueueUrl = QueueCloud.Url("orders"), MessageBody = "" });

        Assert.Equal(
            (
                "com.amazonaws.sqs#MissingRequiredParameterException",
                "MissingParameter;Sender",
                "The request must contain the parameter MessageBody."),
            answer.Error);
    }

    [Fact]
    public async Task An_empty_attribute_is_refused()
    {
        await cloud.QueueAsync("orders");

        var answer = await cloud.CallAsync("SendMessage", new
        {
            QueueUrl = QueueCloud.Url("orders"),
            MessageBody = "hi",
            MessageAttributes = new { ErrorDetails = new { DataType = "String", StringValue = "" } },
        });

        Assert.Equal("Message (user) attribute 'ErrorDetails' must contain a non-empty value of type 'String'.", answer.Error.Message);
    }

    private static string Milliseconds(int seconds) => $"{QueueCloud.Start.AddSeconds(seconds).ToUnixTimeMilliseconds()}";

    private async Task<string?> DigestAsync(string body) =>
        (string?)(
            await cloud.CallAsync("SendMessage", new { QueueUrl = QueueCloud.Url("orders"), MessageBody = body })).Json["MD5OfMessageBody"];
}
