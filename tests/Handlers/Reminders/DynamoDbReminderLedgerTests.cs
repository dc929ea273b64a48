using Engagement.Aws.Reminders;
using Engagement.Definitions.Reminders;
using Engagement.Reminders;
using Handlers.Tests.AwsSdk;
using Handlers.Tests.CompanyEvents;
using Output = Handlers.Tests.CompanyEvents.Telemetry;

namespace Handlers.Tests.Reminders;

public class DynamoDbReminderLedgerTests
{
    private const string Refused = """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"m"@}""";

    private static readonly DateTimeOffset Hour = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);
    private static readonly SentReminder Reminder = new("visit.PT2H", "ada", new(2026, 1, 31, 12, 30, 0, TimeSpan.Zero));

    private readonly Output output = new();

    [Fact]
    public async Task Hour_is_noted_only_when_it_is_later()
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(200, "{}"),
            new ScriptedAnswer(400, Refused.Replace("@", "", StringComparison.Ordinal)));
        Assert.True(await Ledger(service).TryAdvanceAsync("visit.PT2H", new(Hour, Hour.AddHours(-3)), default));
        Assert.False(await Ledger(service).TryAdvanceAsync("visit.PT2H", new(Hour, null), default));
        var update = service.Requests[0].Json;
        Assert.Equal("attribute_not_exists(#hour) OR #hour < :hour", update.GetProperty("ConditionExpression").GetString());
        Assert.Equal("slide/visit.PT2H", update.GetProperty("Key").GetProperty("id").GetProperty("S").GetString());
        Assert.Equal(
            "2026-01-31T10:00:00Z",
            update.GetProperty("ExpressionAttributeValues").GetProperty(":hour").GetProperty("S").GetString());
        Assert.Equal(0, output.Metric("LedgerErrors"));
    }

    [Fact]
    public async Task Hour_is_read_with_the_one_before()
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(
                200,
                """{"Item":{"id":{"S":"slide/visit.PT2H"},"hour":{"S":"2026-01-31T10:00:00Z"},"before":{"S":"2026-01-31T07:00:00Z"}}}"""),
            new ScriptedAnswer(200, "{}"));
        Assert.Equal(new SlidHour(Hour, Hour.AddHours(-3)), await Ledger(service).HourOfAsync("visit.PT2H", default));
        Assert.Null(await Ledger(service).HourOfAsync("visit.PT2H", default));
    }

    [Fact]
    public async Task Claim_that_nobody_made_is_made_on_condition_and_expires_a_month_after_the_date()
    {
        await using var service = new LoopbackService(
            new ScriptedAnswer(200, """{"Responses":{"ledger":[]}}"""),
            new ScriptedAnswer(200, "{}"));
        Assert.Equal(["ada"], await Ledger(service).ClaimAsync([Reminder], Hour, default));
        var put = service.Requests[1].Json;
        Assert.Equal("attribute_not_exists(id)", put.GetProperty("ConditionExpression").GetString());
        Assert.Equal("sent/visit.PT2H/2026-01-31T12:30:00Z/ada", put.GetProperty("Item").GetProperty("id").GetProperty("S").GetString());
        Assert.Equal(
            $"{Reminder.Date.AddDays(30).ToUnixTimeSeconds()}",
            put.GetProperty("Item").GetProperty("expiresAt").GetProperty("N").GetString());
    }

    [Theory]
    [InlineData("2026-01-31T10:00:00Z", 1, true)]
    [InlineData("2026-01-31T10:00:00Z", 121, false)]
    [InlineData("2026-01-31T09:00:00Z", 1, false)]
    public async Task Claim_that_is_there_is_ones_own_in_the_same_hour_a_moment_ago(string hour, int secondsAgo, bool own)
    {
        var item = $$$"""{"id":{"S":"sent/visit.PT2H/2026-01-31T12:30:00Z/ada"},"hour":{"S":"{{{hour}}}"},"claimedAt":{"N":"{{{output.Time.GetUtcNow().AddSeconds(-secondsAgo).ToUnixTimeMilliseconds()}}}"}}""";
        await using var service = new LoopbackService(
            new ScriptedAnswer(200, $$$"""{"Responses":{"ledger":[{{{item}}}]}}"""),
            new ScriptedAnswer(200, """{"Responses":{"ledger":[]}}"""),
            new ScriptedAnswer(400, Refused.Replace("@", $",\"Item\":{item}", StringComparison.Ordinal)));
        Assert.Equal(own, (await Ledger(service).ClaimAsync([Reminder], Hour, default)).Contains("ada"));
        Assert.Equal(own, (await Ledger(service).ClaimAsync([Reminder], Hour, default)).Contains("ada"));
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task Nobody_to_claim_asks_nobody()
    {
        await using var service = new LoopbackService();
        Assert.Empty(await Ledger(service).ClaimAsync([], Hour, default));
        Assert.Empty(service.Requests);
    }

    private DynamoDbReminderLedger Ledger(LoopbackService service) =>
        new(LocalClients.DynamoDb(service), "ledger", output.Time, output.Calls());
}
