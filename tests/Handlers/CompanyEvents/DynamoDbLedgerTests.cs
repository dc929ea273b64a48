using Engagement.Aws.Ledger;
using Engagement.CompanyEvents.Ledger;
using Engagement.Services;
using Handlers.Tests.AwsSdk;

namespace Handlers.Tests.CompanyEvents;

public class DynamoDbLedgerTests
{
    private const string Item = """
        {"id":{"S":"r1"},"announcement":{"S":"release"},"attributes":{"M":{"version":{"S":"4.2"}}},"publishedAt":{"S":"2026-01-31T10:00:00.0000000Z"},"pending":{"S":"release"},
         "campaigns":{"M":{"premium":{"M":{"state":{"S":"launched"},"since":{"S":"2026-01-31T10:00:01.5000000Z"},"attempts":{"N":"2"},"campaignId":{"S":"c1"}}}}}}
        """;

    private readonly Telemetry telemetry = new();

    [Fact]
    public async Task A_new_event_is_put_unless_its_id_is_there()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, "{}"));
        Assert.Null(await Ledger(service).PublishAsync(Invocation.Release(telemetry.Time.GetUtcNow()), default));
        var put = service.Request.Json;
        Assert.Equal("attribute_not_exists(id)", put.GetProperty("ConditionExpression").GetString());
        Assert.Equal("release", put.GetProperty("Item").GetProperty("pending").GetProperty("S").GetString());
        Assert.Equal(
            telemetry.Time.GetUtcNow().AddDays(400).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            put.GetProperty("Item").GetProperty("expiresAt").GetProperty("N").GetString());
        Assert.Equal("""{"M":{}}""", put.GetProperty("Item").GetProperty("campaigns").GetRawText());
    }

    [Fact]
    public async Task An_event_that_is_there_is_given_back_and_counts_as_no_error()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(
            400,
            $$$"""{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"m","Item":{{{Item}}}}"""));
        var earlier = await Ledger(service).PublishAsync(Invocation.Release(telemetry.Time.GetUtcNow()), default);
        Assert.Equal(("r1", "release", "4.2"), (earlier!.Event.Id, earlier.Event.Announcement, earlier.Event.Attributes["version"]));
        Assert.Equal(
            (LaunchState.Launched, 2, "c1"),
            (earlier.Campaigns["premium"].State, earlier.Campaigns["premium"].Attempts, earlier.Campaigns["premium"].CampaignId));
        Assert.Equal((1, 0), (telemetry.Metric("LedgerCalls"), telemetry.Metric("LedgerErrors")));
    }

    [Fact]
    public async Task An_event_is_found_by_its_id_or_is_not_there()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, $$$"""{"Item":{{{Item}}}}"""), new ScriptedAnswer(200, "{}"));
        Assert.Equal("r1", (await Ledger(service).FindAsync("r1", default))!.Event.Id);
        Assert.Null(await Ledger(service).FindAsync("r2", default));
        Assert.True(service.Requests[0].Json.GetProperty("ConsistentRead").GetBoolean());
    }

    [Fact]
    public async Task What_is_pending_is_read_page_by_page()
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(200, $$$$"""{"Items":[{{{{Item}}}}],"LastEvaluatedKey":{"id":{"S":"r1"}}}"""),
            new ScriptedAnswer(200, $$$"""{"Items":[{{{Item}}}]}"""));
        Assert.Equal(2, (await Ledger(service).PendingAsync("release", default)).Count);
        Assert.Equal("pending", service.Requests[1].Json.GetProperty("IndexName").GetString());
        Assert.Equal("r1", service.Requests[1].Json.GetProperty("ExclusiveStartKey").GetProperty("id").GetProperty("S").GetString());
    }

    [Fact]
    public async Task A_record_is_replaced_only_while_it_is_the_same_claim()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(
            400,
            """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"m"}"""));
        var claim = LaunchRules.Claimed(null, telemetry.Time.GetUtcNow());
        Assert.False(
            await Ledger(service).TryReplaceAsync(
                "r1",
                "premium",
                claim,
                LaunchRules.Launched(claim, "c1", telemetry.Time.GetUtcNow()),
                default));
        var values = service.Request.Json.GetProperty("ExpressionAttributeValues");
        Assert.Equal(
            ("launching", "1"),
            (values.GetProperty(":state").GetProperty("S").GetString(), values.GetProperty(":attempts").GetProperty("N").GetString()));
    }

    [Theory]
    [InlineData(400, "ProvisionedThroughputExceededException", ServiceFailure.Throttled, "LedgerThrottled")]
    [InlineData(400, "ResourceNotFoundException", ServiceFailure.Refused, "LedgerErrors")]
    [InlineData(500, "InternalServerError", ServiceFailure.Failed, "LedgerErrors")]
    public async Task Failures_are_told_apart_and_counted(int status, string code, ServiceFailure failure, string metric)
    {
        await using var service = new LoopbackService(new ScriptedAnswer(
            status,
            $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{code}}","message":"m"}"""));
        var exception = await Assert.ThrowsAsync<ServiceException>(() => Ledger(service).FindAsync("r1", default));
        Assert.Equal((failure, $"Ledger: {code}"), (exception.Failure, exception.Message));
        Assert.Equal(1, telemetry.Metric(metric));
    }

    private DynamoDbLedger Ledger(LoopbackService service) => new(LocalClients.DynamoDb(service), "ledger", telemetry.Calls());
}
