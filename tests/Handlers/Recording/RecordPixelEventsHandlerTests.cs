using System.Text;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Engagement.Functions;
using Handlers.Tests.Pixel;
using RecordPixelEvents;

namespace Handlers.Tests.Recording;

public class RecordPixelEventsHandlerTests
{
    private readonly Function function = new();
    private readonly SourceGeneratorLambdaJsonSerializer<LambdaJsonContext> json =
        new(options => options.Converters.Add(new TextOrNullConverter()));

    [Fact]
    public async Task Batch_of_the_queue_is_answered_with_the_messages_that_go_back()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes($$"""
            {"Records":[
              {"messageId":"a","receiptHandle":"h","body":"{{PixelMessage.For("newsletter_signup").ToString().Replace("\n", "\\n", StringComparison.Ordinal)}}",
               "attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1"},"messageAttributes":{},"md5OfBody":"m",
               "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-central-1:000000000000:pixel","awsRegion":"eu-central-1"},
              {"messageId":"b","body":"foreign"},
              {"messageId":"c","body":"id=1&at=1\nevent=\ud800"},
              {"messageId":"d","body":null}]}
            """));
        var handler = new RecordPixelEventsHandler(function.Recorder);
        using var deadline = new Deadline(function.Time, TimeSpan.FromSeconds(30));
        var answer = await handler.HandleAsync(json.Deserialize<SQSEvent>(input), deadline);
        using var output = new MemoryStream();
        json.Serialize(answer, output);
        Assert.Equal(
            """{"batchItemFailures":[{"itemIdentifier":"b"},{"itemIdentifier":"c"},{"itemIdentifier":"d"}]}""",
            Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal("request-1", Assert.Single(function.Sent).RequestId);
    }

    [Fact]
    public async Task Nothing_goes_back_when_all_is_recorded()
    {
        var handler = new RecordPixelEventsHandler(function.Recorder);
        using var deadline = new Deadline(function.Time, TimeSpan.FromSeconds(30));
        var answer = await handler.HandleAsync(new SQSEvent { Records = [] }, deadline);
        using var output = new MemoryStream();
        json.Serialize(answer, output);
        Assert.Equal("""{"batchItemFailures":[]}""", Encoding.UTF8.GetString(output.ToArray()));
    }
}
