using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Local.Tests.EventBridge;

public sealed class DeliveryTests : IDisposable
{
    private readonly BusCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Fact]
    public async Task Function_gets_the_event_as_AWS_sends_it()
    {
        cloud.Rule(BusCloud.Function);

        var answer = await cloud.ReleaseAsync();

        var (service, request) = Assert.Single(cloud.Calls);
        Assert.Equal(("lambda", "Event"), (service, request.Header("X-Amz-Invocation-Type")));
        Assert.Equal(
            Principal.Service("events.amazonaws.com", "arn:aws:events:eu-west-1:000000000000:rule/company/releases"), request.Caller);
        Assert.Equal(
            $$$"""
            {"version":"0","id":"{{{answer["Entries"]![0]!["EventId"]}}}","detail-type":"feature_release","source":"shop","account":"000000000000","time":"2026-03-01T12:00:00Z","region":"eu-west-1","resources":[],"detail":{"id":"r1","attributes":{"version":"2.0"} } }
            """.Replace(" } }", "}}", StringComparison.Ordinal),
            Encoding.UTF8.GetString(request.Body.Span));
    }

    [Fact]
    public async Task Other_events_and_other_buses_are_not_the_rules()
    {
        cloud.Rule(BusCloud.Function);

        cloud.Put(
            BusCloud.Entry("{}", "price_change"),
            BusCloud.Entry("{}").Replace("company", "default", StringComparison.Ordinal),
            BusCloud.Entry("{}").Replace("company", "nowhere", StringComparison.Ordinal));
        await cloud.Clock.SettleAsync(CancellationToken.None);

        Assert.Empty(cloud.Calls);
    }

    [Theory]
    [InlineData("input", "{\"always\":1}", "{\"always\":1}")]
    [InlineData("inputPath", "$.detail.attributes", "{\"version\":\"2.0\"}")]
    [InlineData("inputPath", "$.detail.nothing", "null")]
    public async Task Queue_gets_a_constant_or_a_part_of_the_event(string key, string value, string body)
    {
        cloud.Rule(BusCloud.Queue, (key, value));

        await cloud.ReleaseAsync();

        Assert.Equal(body, (string)BusCloud.Body(Assert.Single(cloud.Calls).Request.Body)["MessageBody"]!);
    }

    [Fact]
    public async Task Failing_target_is_tried_again_with_growing_waits()
    {
        cloud.Rule(BusCloud.Function);
        cloud.Status = (_, call) => call < 3 ? 503 : 202;

        await cloud.ReleaseAsync();
        Assert.Single(cloud.Calls);
        await cloud.Clock.AdvanceAsync(TimeSpan.FromSeconds(1 + 2), CancellationToken.None);
        Assert.Equal(3, cloud.Calls.Count);
        await cloud.Clock.AdvanceAsync(TimeSpan.FromDays(1), CancellationToken.None);

        Assert.Equal(4, cloud.Calls.Count);
        Assert.Empty(cloud.Service.Lost);
    }

    [Fact]
    public async Task What_stays_undelivered_ends_in_the_dead_letter_queue_with_the_reason()
    {
        cloud.Rule(
            BusCloud.Function,
            ("deadLetterConfig", BusCloud.Block(("arn", BusCloud.Queue))),
            ("retryPolicy", BusCloud.Block(("maximumRetryAttempts", 2.0), ("maximumEventAgeInSeconds", 3600.0))));
        cloud.Status = (service, _) => service == "lambda" ? 500 : 200;

        await cloud.ReleaseAsync();
        await cloud.Clock.AdvanceAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

        Assert.Equal(["lambda", "lambda", "lambda", "sqs"], cloud.Calls.Select(call => call.SigningName));
        var letter = BusCloud.Body(cloud.Calls[^1].Request.Body);
        Assert.Equal("r1", (string?)JsonNode.Parse((string)letter["MessageBody"]!)!["detail"]!["id"]);
        Assert.Equal(
            ("2", "MaximumRetryAttempts", "Status500"),
            (Attribute("RETRY_ATTEMPTS"), Attribute("EXHAUSTED_RETRY_CONDITION"), Attribute("ERROR_CODE")));

        string Attribute(string name) => (string)letter["MessageAttributes"]![name]!["StringValue"]!;
    }

    [Fact]
    public async Task What_the_target_forbids_is_not_tried_again_and_shows_as_lost_where_no_queue_takes_it()
    {
        cloud.Rule(BusCloud.Function);
        cloud.Status = (_, _) => 403;

        await cloud.ReleaseAsync();
        await cloud.Clock.AdvanceAsync(TimeSpan.FromDays(2), CancellationToken.None);

        Assert.Single(cloud.Calls);
        Assert.Equal((BusCloud.Function, "Status403"), (Assert.Single(cloud.Service.Lost).Target, cloud.Service.Lost[0].Code));
    }

    [Theory]
    [InlineData("arn:aws:kinesis:eu-west-1:000000000000:stream/x", "inputPath", "$.detail", "arn is")]
    [
        InlineData(
            "arn:aws:states:eu-west-1:000000000000:stateMachine:announce",
            "inputPath",
            "$.detail",
            "a state machine is started by StartExecution")
    ]
    [InlineData("arn:aws:kinesis:eu-west-1:000000000000:stream/alarms", "inputPath", "$.detail", "delivers to functions, queues and topics alone")]
    [InlineData(BusCloud.Function, "roleArn", "arn:aws:iam::000000000000:role/start", "roleArn is not done by this local cloud")]
    [InlineData(BusCloud.Function, "inputTransformer", "x", "inputTransformer is not done by this local cloud")]
    [InlineData(BusCloud.Function, "inputPath", "detail", "does not begin with $")]
    [InlineData(BusCloud.Function, "input", "no JSON", "input is refused")]
    [InlineData(BusCloud.Function, "ecsTarget", "x", "ecsTarget is not done by this local cloud")]
    public void Target_that_is_wrong_or_not_done_is_an_error(string arn, string key, string value, string problem) =>
        Assert.Contains(problem, Assert.Throws<ArgumentException>(() => cloud.Rule(arn, (key, value))).Message, StringComparison.Ordinal);
}
