using System.Text;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;

namespace Handlers.Tests.LambdaRuntime;

public sealed class SerializerTests
{
    [Fact]
    public void An_SQS_event_is_read_from_its_wire_names()
    {
        var batch = Read<SQSEvent>("""
            {"Records":[{"messageId":"m-1","receiptHandle":"r","body":"b","attributes":{"SentTimestamp":"1"},
            "messageAttributes":{"n":{"stringValue":"v","dataType":"String","binaryListValues":[],"stringListValues":[]},"x":{"binaryValue":"AQI=","dataType":"Binary"}},
            "md5OfBody":"5d","eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-west-1:0:q","awsRegion":"eu-west-1"}]}
            """);
        var message = Assert.Single(batch.Records);
        Assert.Equal("m-1", message.MessageId);
        Assert.Equal("r", message.ReceiptHandle);
        Assert.Equal("b", message.Body);
        Assert.Equal("1", message.Attributes["SentTimestamp"]);
        Assert.Equal("v", message.MessageAttributes["n"].StringValue);
        Assert.Equal([1, 2], message.MessageAttributes["x"].BinaryValue.ToArray());
        Assert.Equal("5d", message.Md5OfBody);
        Assert.Equal("aws:sqs", message.EventSource);
        Assert.Equal("arn:aws:sqs:eu-west-1:0:q", message.EventSourceArn);
        Assert.Equal("eu-west-1", message.AwsRegion);
    }

    [Fact]
    public void A_batch_response_has_the_names_that_Lambda_reads()
    {
        var response = new SQSBatchResponse([new SQSBatchResponse.BatchItemFailure { ItemIdentifier = "m-1" }]);
        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"m-1"}]}""", Write(response));
        Assert.Equal("""{"batchItemFailures":[]}""", Write(new SQSBatchResponse()));
    }

    [Fact]
    public void Nulls_are_left_out_and_text_is_escaped_no_more_than_needed() =>
        Assert.Equal("""{"Name":"日本 <&> '\"'"}""", Write(new Greeting("日本 <&> '\"'", null, null, null)));

    [Fact]
    public void Names_are_read_without_regard_to_case() => Assert.Equal("you", Read<Greeting>("""{"NAME":"you"}""").Name);

    [Fact]
    public void Bytes_are_written_as_numbers_and_read_from_base64_too()
    {
        Assert.Equal("""{"Data":[1,2]}""", Write(new Greeting(null, null, [1, 2], null)));
        Assert.Equal<byte>([1, 2], Read<Greeting>("""{"Data":"AQI="}""").Data!);
    }

    [Theory]
    [InlineData("1700000000")]
    [InlineData("1700000000000")]
    [InlineData("\"2023-11-14T22:13:20Z\"")]
    public void Times_are_read_from_seconds_milliseconds_and_text(string json) =>
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1700000000), Read<Greeting>($$"""{"At":{{json}}}""").At!.Value.ToUniversalTime());

    [Fact]
    public void A_type_that_the_context_lacks_is_an_error_that_names_it() =>
        Assert.Contains(
            "StringBuilder",
            Assert.Throws<JsonSerializerException>(() => Write(new StringBuilder())).Message,
            StringComparison.Ordinal);

    private static T Read<T>(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return TestJson.Serializer.Deserialize<T>(stream);
    }

    private static string Write<T>(T value)
    {
        using var stream = new MemoryStream();
        TestJson.Serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
