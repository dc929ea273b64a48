using System.Text.Json;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.CompanyEvents.Publishing;
using Engagement.Definitions.Announcements;
using Engagement.Services;
using PublishCompanyEvent;

namespace Handlers.Tests.CompanyEvents;

public class PublishCompanyEventTests
{
    private const string Release = """{"event":"release","id":"r1","attributes":{"version":"4.2"}}""";
    private readonly Telemetry telemetry = new();
    private readonly FakeLedger ledger = new();
    private readonly FakeTrigger journey = new();
    private readonly FakeTrigger stateMachine = new();
    private AnnouncementCatalog catalog = Invocation.Catalog;

    [Fact]
    public async Task An_event_by_the_route_is_written_down_triggered_and_answered_202_with_its_id()
    {
        var answer = await PostAsync(Release);
        Assert.Equal((202, """{"id":"r1"}"""), (answer.StatusCode, answer.Body));
        Assert.Equal("4.2", ledger["r1"].Event.Attributes["version"]);
        Assert.Equal(["r1"], journey.Given);
        Assert.Equal(1, telemetry.Metric("CompanyEvents", "new"));
    }

    [Fact]
    public async Task Without_an_id_the_requests_own_serves() =>
        Assert.Equal("""{"id":"request-1"}""", (await PostAsync("""{"event":"release","attributes":{"version":"4.2"}}""")).Body);

    [Fact]
    public async Task A_repeat_is_answered_200_with_the_same_id_and_does_nothing_once_launching_began()
    {
        await PostAsync(Release);
        await ledger.TryReplaceAsync("r1", "premium", null, LaunchRules.Claimed(null, telemetry.Time.GetUtcNow()), default);
        var answer = await PostAsync(Release);
        Assert.Equal((200, """{"id":"r1"}"""), (answer.StatusCode, answer.Body));
        Assert.Equal(["r1"], journey.Given);
    }

    [Fact]
    public async Task A_failure_between_ledger_and_trigger_heals_when_the_event_comes_again()
    {
        journey.Down = true;
        var failed = await PostAsync(Release);
        Assert.Equal(503, failed.StatusCode);
        Assert.Contains(
            "'r1'",
            JsonElement.Parse(failed.Body).GetProperty("errors")[0].GetProperty("message").GetString(),
            StringComparison.Ordinal);
        journey.Down = false;
        Assert.Equal(200, (await PostAsync(Release)).StatusCode);
        Assert.Equal(["r1"], journey.Given);
    }

    [Theory]
    [InlineData("""{"event":"releas","attributes":{}}""", "event")]
    [InlineData("""{"event":"release","attributes":{}}""", "attributes.version")]
    [InlineData("""{"event":"release","attributes":{"version":"1","colour":"red"}}""", "attributes.colour")]
    [InlineData("no json", "")]
    public async Task What_is_wrong_is_named_with_400_and_nothing_is_sent(string body, string key)
    {
        var answer = await PostAsync(body);
        Assert.Equal(400, answer.StatusCode);
        Assert.Equal(key, JsonElement.Parse(answer.Body).GetProperty("errors")[0].GetProperty("key").GetString());
        Assert.Empty(journey.Given);
        Assert.Equal(1, telemetry.Metric("CompanyEvents", "refused"));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("text/plain", false)]
    [InlineData("json", false)]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON; charset=utf-8", true)]
    public async Task Only_JSON_is_taken(string contentType, bool taken)
    {
        var answer = await PostAsync(Release, contentType);
        Assert.Equal(taken ? 202 : 400, answer.StatusCode);
        Assert.Equal(!taken, answer.Body.Contains("Content-Type", StringComparison.Ordinal));
        Assert.Equal(taken ? 1 : 0, journey.Given.Count);
    }

    [Fact]
    public async Task An_overlong_body_is_refused_before_it_is_read()
    {
        var answer = await PostAsync(Release + new string(' ', RequestRules.BodyLength));
        Assert.Equal(400, answer.StatusCode);
        Assert.Contains("at most 32768", answer.Body, StringComparison.Ordinal);
        Assert.Empty(journey.Given);
    }

    [Fact]
    public async Task Another_event_with_an_id_that_is_taken_is_refused()
    {
        await PostAsync(Release);
        Assert.Equal(400, (await PostAsync(Release.Replace("4.2", "4.3", StringComparison.Ordinal))).StatusCode);
        Assert.Equal("4.2", ledger["r1"].Event.Attributes["version"]);
    }

    [Fact]
    public async Task A_body_in_base64_is_read()
    {
        var body = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Release));
        var answer = await HandleAsync(
            Invocation.Json($$$"""{"body":"{{{body}}}","isBase64Encoded":true,"requestContext":{"requestId":"x"}}"""));
        Assert.Equal(202, answer!.StatusCode);
    }

    [Fact]
    public async Task An_event_from_the_bus_takes_the_buss_id_when_it_has_none()
    {
        Assert.Null(await HandleAsync(BusEvent("release")));
        Assert.Equal(["bus-1"], journey.Given);
    }

    [Fact]
    public async Task An_event_from_the_bus_that_cannot_be_handed_on_fails_the_invocation_so_that_it_comes_again()
    {
        ledger.Down = true;
        await Assert.ThrowsAsync<ServiceException>(() => HandleAsync(BusEvent("release")));
        Assert.Equal(1, telemetry.Metric("CompanyEvents", "failed"));
    }

    [Fact]
    public async Task A_state_machines_event_from_the_route_is_written_down_and_starts_it()
    {
        Assert.Equal(202, (await PostAsync("""{"event":"update","id":"u1","attributes":{"version":"5"}}""")).StatusCode);
        Assert.Equal(["u1"], stateMachine.Given);
        Assert.Equal("update", ledger["u1"].Event.Announcement);
    }

    [Fact]
    public async Task A_state_machines_event_from_the_bus_is_written_down_and_starts_it()
    {
        await HandleAsync(BusEvent("update"));
        Assert.Equal(["bus-1"], stateMachine.Given);
        Assert.Equal("update", ledger["bus-1"].Event.Announcement);
    }

    [Theory]
    [InlineData(Release)]
    [InlineData("""{"event":"update","id":"r1","attributes":{"version":"5"}}""")]
    public async Task A_held_event_is_taken_and_written_down_and_nothing_is_triggered(string body)
    {
        catalog = new() { Announcements = [.. catalog.Announcements.Select(each => each with { IsHeld = true })] };
        Assert.Equal((202, 200), ((await PostAsync(body)).StatusCode, (await PostAsync(body)).StatusCode));
        Assert.Empty(journey.Given.Concat(stateMachine.Given));
        Assert.Empty(ledger["r1"].Campaigns);
        Assert.Equal((1, 1), (telemetry.Metric("CompanyEvents", "held"), telemetry.Metric("CompanyEvents", "repeated")));
    }

    [Fact]
    public async Task The_ledger_keeps_who_posted_an_event()
    {
        await PostAsync(Release);
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/release-pipeline/run-7", ledger["r1"].Event.PublishedBy);
        await HandleAsync(BusEvent("release"));
        Assert.Null(ledger["bus-1"].Event.PublishedBy);
    }

    [Theory]
    [InlineData(LaunchState.Launching, 1)]
    [InlineData(LaunchState.Failed, 1)]
    [InlineData(LaunchState.Launched, 0)]
    public async Task A_repeat_starts_the_state_machine_again_until_everything_is_launched(LaunchState state, int given)
    {
        await ledger.PublishAsync(
            new()
            {
                Id = "bus-1",
                Announcement = "update",
                Attributes = new Dictionary<string, string> { ["version"] = "4.2" },
                PublishedAt = telemetry.Time.GetUtcNow(),
            },
            default);
        foreach (var campaign in Invocation.Catalog.Find("update")!.Campaigns)
        {
            await ledger.TryReplaceAsync(
                "bus-1",
                campaign.Name,
                null,
                new() { State = state, Since = telemetry.Time.GetUtcNow(), Attempts = 1 },
                default);
        }

        await HandleAsync(BusEvent("update"));
        Assert.Equal(given, stateMachine.Given.Count);
    }

    [Theory]
    [InlineData("""{"body":"\ud800","requestContext":{"requestId":"x"}}""", "the body is not UTF-8 text")]
    [InlineData("""{"body":"eyJh/w==","isBase64Encoded":true,"requestContext":{"requestId":"x"}}""", "the body is not UTF-8 text")]
    [InlineData("""{"body":"{\"event\":\"\\ud800\"}","headers":{"\ud800":"x"},"requestContext":{"requestId":"x"}}""", "is no text")]
    public async Task What_is_no_text_is_answered_400(string payload, string problem)
    {
        var answer = await HandleAsync(Invocation.Json(payload));
        Assert.Equal(400, answer!.StatusCode);
        Assert.Contains(problem, answer.Body, StringComparison.Ordinal);
        Assert.Equal(1, telemetry.Metric("CompanyEvents", "refused"));
    }

    [Theory]
    [InlineData("""{"id":"1","detail-type":"release","detail":{"\ud800":1,"attributes":{"version":"4.2"}}}""")]
    [InlineData("""{"id":"1","detail-type":"\ud800","detail":{"attributes":{"version":"4.2"}}}""")]
    [InlineData("""{"\ud800":"1","detail-type":"release","detail":{"attributes":{"version":"4.2"}}}""")]
    [InlineData("""{"id":"1","source":"\ud800","detail-type":"update","detail":{"attributes":{"version":"4.2"}}}""")]
    public async Task What_is_no_text_on_the_bus_is_refused_and_does_not_come_again(string payload)
    {
        Assert.Null(await HandleAsync(Invocation.Json(payload)));
        Assert.Empty(journey.Given);
        Assert.Empty(stateMachine.Given);
        Assert.Single(telemetry.Lines("refused"));
    }

    [Fact]
    public async Task A_refusal_repeats_at_most_200_characters_of_what_the_sender_chose()
    {
        const string name = "chosen-chosen-chosen-chosen-chosen";
        var attributes = string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"{name[..^3]}{i:000}\":\"{name}\""));
        await PostAsync($$$"""{"event":"release","attributes":{{{{attributes}}}}}""");
        var line = Assert.Single(telemetry.Lines("refused"));
        Assert.InRange(((string)line["message"]!).Split("chosen").Length, 2, 200 / "chosen".Length);
    }

    [Fact]
    public async Task Logs_hold_no_value_of_an_attribute()
    {
        await PostAsync(Release.Replace("4.2", "secret-value", StringComparison.Ordinal));
        Assert.DoesNotContain("secret-value", telemetry.Output, StringComparison.Ordinal);
    }

    private static JsonElement BusEvent(string announcement, string source = "shop") =>
        Invocation.Json(
            $$$$"""{"id":"bus-1","detail-type":"{{{{announcement}}}}","source":"{{{{source}}}}","detail":{"attributes":{"version":"4.2"}}}""");

    private async Task<GatewayAnswer> PostAsync(string body, string contentType = "application/json")
    {
        var payload = Invocation.Json(
            $$$"""{"httpMethod":"POST","headers":{"content-type":"{{{contentType}}}"},"body":{{{JsonSerializer.Serialize(body)}}},"requestContext":{"requestId":"request-1","identity":{"userArn":"arn:aws:sts::123456789012:assumed-role/release-pipeline/run-7"} } }""");
        return Assert.IsType<GatewayAnswer>(await HandleAsync(payload));
    }

    private async Task<GatewayAnswer?> HandleAsync(JsonElement payload)
    {
        using var deadline = telemetry.Deadline();
        return await Handler().HandleAsync(payload, deadline);
    }

    private PublishCompanyEventHandler Handler() => new(
        new CompanyEventRules(catalog),
        new CompanyEventPublisher(ledger, journey, stateMachine, telemetry.Log, telemetry.Metrics),
        telemetry.Time);

    private sealed class FakeTrigger : ILaunchTrigger
    {
        public List<string> Given { get; } = [];

        public bool Down { get; set; }

        public Task NotifyAsync(EventRecord record, Announcement announcement, CancellationToken cancellation)
        {
            if (Down)
            {
                throw new ServiceException(ServiceFailure.Throttled, "Pinpoint: TooManyRequestsException");
            }

            Given.Add(record.Event.Id);
            return Task.CompletedTask;
        }
    }
}
