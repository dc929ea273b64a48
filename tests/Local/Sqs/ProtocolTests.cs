using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Engagement.Local.Aws;

namespace Local.Tests.Sqs;

public sealed class ProtocolTests
{
    private static readonly XNamespace Xml = "http://queue.amazonaws.com/doc/2012-11-05/";

    private readonly QueueCloud cloud = new();

    [Fact]
    public async Task Api_Gateways_post_to_the_queue_path_is_stored()
    {
        await cloud.QueueAsync("events");

        var response = await cloud.QueryAsync("/000000000000/events", "Action=SendMessage&MessageBody=id%3D1%26at%3D2%0Aevent%3Da%2520b");

        Assert.Equal((200, "text/xml"), (response.StatusCode, response.ContentType));
        var result = Document(response).Element(Xml + "SendMessageResult")!;
        var message = Assert.Single(await cloud.ReceiveAsync("events"));
        Assert.Equal("id=1&at=2\nevent=a%20b", (string?)message["Body"]);
        Assert.Equal((string?)message["MessageId"], result.Element(Xml + "MessageId")!.Value);
        Assert.Equal((string?)message["MD5OfBody"], result.Element(Xml + "MD5OfMessageBody")!.Value);
    }

    [Fact]
    public async Task Who_accepts_JSON_gets_JSON_from_the_query_protocol()
    {
        await cloud.QueueAsync("events");

        var response = await cloud.QueryAsync("/000000000000/events", "Action=SendMessage&MessageBody=hi", "application/json");

        var json = JsonNode.Parse(response.Body.Span)!;
        Assert.NotNull(json["SendMessageResponse"]!["SendMessageResult"]!["MessageId"]);
        Assert.NotNull(json["SendMessageResponse"]!["ResponseMetadata"]!["RequestId"]);
        var error = await cloud.QueryAsync("/000000000000/nowhere", "Action=SendMessage&MessageBody=hi", "application/json");
        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue", (string?)JsonNode.Parse(error.Body.Span)!["Error"]!["Code"]);
    }

    [Fact]
    public async Task Attributes_are_numbered_in_the_query_protocol()
    {
        await cloud.QueueAsync("events");
        await cloud.QueryAsync(
            "/000000000000/events",
            "Action=SendMessage&MessageBody=hi&MessageAttribute.1.Name=agent&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=curl%2F8");

        var response =
            await cloud.QueryAsync(
                "/000000000000/events", "Action=ReceiveMessage&AttributeName.1=All&MessageAttributeName.1=All&MaxNumberOfMessages=10");

        var message = Document(response).Element(Xml + "ReceiveMessageResult")!.Element(Xml + "Message")!;
        Assert.Equal("hi", message.Element(Xml + "Body")!.Value);
        Assert.Contains(
            message.Elements(Xml + "Attribute"),
            attribute =>
                attribute.Element(Xml + "Name")!.Value == "ApproximateReceiveCount" && attribute.Element(Xml + "Value")!.Value == "1");
        var attached = message.Element(Xml + "MessageAttribute")!;
        Assert.Equal(
            ("agent", "curl/8"),
            (attached.Element(Xml + "Name")!.Value, attached.Element(Xml + "Value")!.Element(Xml + "StringValue")!.Value));
    }

    [Fact]
    public async Task Batches_are_numbered_in_the_query_protocol()
    {
        await cloud.QueueAsync("events");

        var response = await cloud.QueryAsync(
            "/",
            $"Action=SendMessageBatch&QueueUrl={WebUtility.UrlEncode(QueueCloud.Url("events"))}&SendMessageBatchRequestEntry.1.Id=a&SendMessageBatchRequestEntry.1.MessageBody=1"
            + "&SendMessageBatchRequestEntry.2.Id=b&SendMessageBatchRequestEntry.2.MessageBody=%00");

        var result = Document(response).Element(Xml + "SendMessageBatchResult")!;
        Assert.Equal("a", Assert.Single(result.Elements(Xml + "SendMessageBatchResultEntry")).Element(Xml + "Id")!.Value);
        var failed = Assert.Single(result.Elements(Xml + "BatchResultErrorEntry"));
        Assert.Equal(("b", "true"), (failed.Element(Xml + "Id")!.Value, failed.Element(Xml + "SenderFault")!.Value));
    }

    [Fact]
    public async Task An_empty_receipt_is_an_empty_result()
    {
        await cloud.QueueAsync("events");

        Assert.True(
            Document(
                await cloud.QueryAsync("/000000000000/events", "Action=ReceiveMessage")).Element(Xml + "ReceiveMessageResult")!.IsEmpty);
        Assert.Equal("{}", (await cloud.CallAsync("ReceiveMessage", new { QueueUrl = QueueCloud.Url("events") })).Json.ToJsonString());
    }

    [Fact]
    public async Task An_unknown_queue_is_the_error_of_each_protocol()
    {
        var json = await cloud.CallAsync("SendMessage", new { QueueUrl = QueueCloud.Url("nowhere"), MessageBody = "hi" });
        Assert.Equal(HttpStatusCode.BadRequest, json.Status);
        Assert.Equal(
            (
                "com.amazonaws.sqs#QueueDoesNotExist",
                "AWS.SimpleQueueService.NonExistentQueue;Sender",
                "The specified queue does not exist."),
            json.Error);

        var query = await cloud.QueryAsync("/000000000000/nowhere", "Action=SendMessage&MessageBody=hi");
        var error = Document(query).Element(Xml + "Error")!;
        Assert.Equal((400, "ErrorResponse"), (query.StatusCode, Document(query).Name.LocalName));
        Assert.Equal(
            ("Sender", "AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist for this wsdl version."),
            (error.Element(Xml + "Type")!.Value, error.Element(Xml + "Code")!.Value, error.Element(Xml + "Message")!.Value));
    }

    [Fact]
    public async Task A_queue_of_another_account_is_unknown()
    {
        await cloud.QueueAsync("events");

        var answer =
            await cloud.CallAsync("SendMessage", new { QueueUrl = "http://127.0.0.1:8080/111111111111/events", MessageBody = "hi" });

        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue;Sender", answer.QueryError);
    }

    [Fact]
    public async Task A_request_says_which_action_on_which_queue_it_needs()
    {
        await cloud.QueueAsync("events");

        var operation = cloud.Sqs.Resolve(new()
        {
            Method = "POST",
            Path = "/000000000000/events",
            Body = Encoding.UTF8.GetBytes("Action=SendMessageBatch"),
            Caller = Principal.Anonymous,
        });

        Assert.Equal(("SendMessageBatch", "sqs:SendMessage"), (operation.Name, operation.Action));
        Assert.Equal([QueueCloud.Arn("events")], operation.Resources);
    }

    [Theory]
    [
        InlineData(
            "MaxNumberOfMessages",
            11,
            "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.")
    ]
    [
        InlineData(
            "MaxNumberOfMessages",
            0,
            "Value 0 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.")
    ]
    [InlineData("WaitTimeSeconds", 21, "Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.")]
    [InlineData("WaitTimeSeconds", -1, "Value -1 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.")]
    public async Task Parameters_out_of_range_are_refused(string parameter, int value, string message)
    {
        await cloud.QueueAsync("events");

        var answer =
            await cloud.CallAsync(
                "ReceiveMessage", new Dictionary<string, object> { ["QueueUrl"] = QueueCloud.Url("events"), [parameter] = value });

        Assert.Equal(("com.amazonaws.sqs#InvalidParameterValueException", "InvalidParameterValue;Sender", message), answer.Error);
    }

    [Fact]
    public async Task A_receipt_handle_that_is_none_is_refused()
    {
        await cloud.QueueAsync("events");
        await cloud.QueueAsync("other");
        await cloud.SendMessageAsync("other", "hi");
        var foreign = (string)(await cloud.ReceiveAsync("other"))[0]["ReceiptHandle"]!;

        foreach (var handle in new[] { "garbage", foreign })
        {
            var answer = await cloud.CallAsync("DeleteMessage", new { QueueUrl = QueueCloud.Url("events"), ReceiptHandle = handle });
            Assert.Equal(
                (
                    "com.amazonaws.sqs#ReceiptHandleIsInvalid",
                    "ReceiptHandleIsInvalid;Sender",
                    $"The input receipt handle \"{handle}\" is not a valid receipt handle."),
                answer.Error);
        }
    }

    [Fact]
    public async Task What_is_not_done_here_says_so()
    {
        var answer = await cloud.CallAsync("CreateQueue", new { QueueName = "new" });

        Assert.Equal("AWS.SimpleQueueService.UnsupportedOperation;Sender", answer.QueryError);
        Assert.Contains("CreateQueue", answer.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_JSON_and_a_missing_action_are_errors()
    {
        var none = await cloud.QueryAsync("/", "");
        Assert.Equal(404, none.StatusCode);
        var request = new AwsRequest
        {
            Method = "POST",
            Path = "/",
            Headers = new Dictionary<string, string> { ["X-Amz-Target"] = "AmazonSQS.ListQueues" },
            Body = Encoding.UTF8.GetBytes("{"),
            Caller = Principal.Anonymous,
        };
        Assert.Equal("SerializationException", Assert.Throws<AwsException>(() => cloud.Sqs.Resolve(request)).Code);
    }

    private static XElement Document(AwsResponse response) => XDocument.Parse(Encoding.UTF8.GetString(response.Body.Span)).Root!;
}
