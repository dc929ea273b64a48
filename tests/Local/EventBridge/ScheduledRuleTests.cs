using Engagement.Local.Aws;

namespace Local.Tests.EventBridge;

public sealed class ScheduledRuleTests : IDisposable
{
    private const string RuleArn = "arn:aws:events:eu-west-1:000000000000:rule/overdue";

    private readonly BusCloud cloud = new();

    public void Dispose() => cloud.Dispose();

    [Fact]
    public async Task Function_gets_the_scheduled_event_as_AWS_sends_it()
    {
        Rule("rate(5 minutes)");

        await cloud.Clock.AdvanceAsync(TimeSpan.FromMinutes(5), CancellationToken.None);

        var (service, request) = Assert.Single(cloud.Calls);
        Assert.Equal(("lambda", "Event"), (service, request.Header("X-Amz-Invocation-Type")));
        Assert.Equal(Principal.Service("events.amazonaws.com", RuleArn), request.Caller);
        var body = BusCloud.Body(request.Body);
        Assert.True(Guid.TryParse((string?)body["id"], out _));
        body.Remove("id");
        Assert.Equal(
            """{"version":"0","detail-type":"Scheduled Event","source":"aws.events","account":"000000000000","time":"2026-03-01T12:05:00Z","region":"eu-west-1","resources":["RULE"],"detail":{}}"""
                .Replace("RULE", RuleArn, StringComparison.Ordinal),
            body.ToJsonString());
    }

    [Fact]
    public async Task Every_occurrence_within_an_advance_of_days_happens_in_order()
    {
        Rule("rate(5 minutes)");
        Create("aws:cloudwatch/eventRule:EventRule", ("name", "nightly"), ("scheduleExpression", "cron(30 3 * * ? *)"));
        Create("aws:cloudwatch/eventTarget:EventTarget", ("rule", "nightly"), ("arn", BusCloud.Queue), ("input", """{"night":true}"""));

        await cloud.Clock.AdvanceAsync(TimeSpan.FromDays(10), CancellationToken.None);

        var invocations =
            cloud.Calls.Where(call => call.SigningName == "lambda").Select(call =>
                DateTimeOffset.Parse((string)BusCloud.Body(call.Request.Body)["time"]!, null));
        Assert.Equal(Enumerable.Range(1, 10 * 24 * 12).Select(i => BusCloud.Start.AddMinutes(5 * i)), invocations);
        var messages =
            cloud.Calls.Where(call => call.SigningName == "sqs").Select(call => (string)BusCloud.Body(call.Request.Body)["MessageBody"]!);
        Assert.Equal(Enumerable.Repeat("""{"night":true}""", 10), messages);
    }

    [Fact]
    public async Task Failing_target_is_tried_again_while_the_schedule_goes_on()
    {
        Rule("rate(1 minute)");
        cloud.Status = (_, call) => call == 0 ? 503 : 202;

        await cloud.Clock.AdvanceAsync(TimeSpan.FromMinutes(2), CancellationToken.None);

        Assert.Equal(
            ["2026-03-01T12:01:00Z", "2026-03-01T12:01:00Z", "2026-03-01T12:02:00Z"],
            cloud.Calls.Select(call => (string)BusCloud.Body(call.Request.Body)["time"]!));
    }

    [Fact]
    public async Task Disabled_rule_does_not_occur()
    {
        Rule("rate(1 minute)", ("state", "DISABLED"));

        await cloud.Clock.AdvanceAsync(TimeSpan.FromHours(1), CancellationToken.None);

        Assert.Empty(cloud.Calls);
    }

    [Theory]
    [InlineData("scheduleExpression", "rate(1 minutes)", "scheduleExpression is refused: Parameter ScheduleExpression is not valid.")]
    [InlineData("description", "x", "Parameter(s) EventPattern or ScheduleExpression must be specified.")]
    public void Rule_without_a_schedule_that_AWS_takes_is_an_error(string key, string value, string problem) =>
        Assert.Contains(
            problem,
            Assert.Throws<ArgumentException>(() => Create("aws:cloudwatch/eventRule:EventRule", ("name", "x"), (key, value))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Only_the_default_bus_takes_schedules() =>
        Assert.Contains(
            "ScheduleExpression is supported only on the default event bus.",
            Assert.Throws<ArgumentException>(() =>
                Create(
                    "aws:cloudwatch/eventRule:EventRule",
                    ("name", "x"),
                    ("eventBusName", "company"),
                    ("scheduleExpression", "rate(1 minute)"))).Message,
            StringComparison.Ordinal);

    private void Rule(string schedule, params (string Key, object Value)[] more)
    {
        Create("aws:cloudwatch/eventRule:EventRule", [("name", "overdue"), ("scheduleExpression", schedule), .. more]);
        Create("aws:cloudwatch/eventTarget:EventTarget", ("rule", "overdue"), ("targetId", "only"), ("arn", BusCloud.Function));
    }

    private void Create(string type, params (string Key, object Value)[] inputs) => cloud.Create(type, inputs);
}
