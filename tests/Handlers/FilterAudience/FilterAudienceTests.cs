using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Audiences;
using Engagement.CompanyEvents.Publishing;
using Engagement.Definitions.Announcements;
using Engagement.Pinpoint.Campaigns;
using Engagement.Services;
using FilterAudience;

namespace Handlers.Tests.CompanyEvents;

public class FilterAudienceTests
{
    private readonly Telemetry telemetry = new();
    private readonly FakeLedger ledger = new();
    private readonly FakeTags tags = new();
    private readonly FakeWrites writes = new();
    private HookRules? rules;

    public FilterAudienceTests() => _ = ledger.PublishAsync(Invocation.Release(telemetry.Time.GetUtcNow()), default);

    [Fact]
    public async Task Those_that_when_holds_for_get_the_message_with_the_events_attributes_and_what_it_sets_is_queued()
    {
        var answer = await FilterAsync(
            """{"a":{"Address":"a@example.com","Attributes":{"plan":["x"]},"User":{"UserAttributes":{"language":["en"]}}},"b":{"User":{"UserAttributes":{"language":["fr"]}}},"c":{}}""");
        Assert.Equal(
            """{"a":{"Address":"a@example.com","Attributes":{"plan":["x"],"event_version":["4.2"]},"User":{"UserAttributes":{"language":["en"]}}}}""",
            answer.ToJsonString());
        var write = Assert.Single(writes.Taken);
        Assert.Equal(("a", "4.2", telemetry.Time.GetUtcNow()), (write.EndpointId, write.UserAttributes["last_release"][0], write.At));
        Assert.Equal((1, 2), (telemetry.Metric("CustomersServed"), telemetry.Metric("CustomersLeftOut", "when")));
    }

    [Fact]
    public async Task One_bad_endpoint_does_not_stop_the_rest()
    {
        var answer = await FilterAsync(
            """{"bad":"text","worse":{"User":{"UserAttributes":{"language":[1]}}},"none":null,"good":{"User":{"UserAttributes":{"language":["de"]}}}}""");
        Assert.Equal(["good"], answer.Select(endpoint => endpoint.Key));
        Assert.Equal(3, telemetry.Metric("CustomersLeftOut", "unreadable"));
    }

    [Fact]
    public async Task An_endpoint_with_half_a_surrogate_pair_does_not_stop_the_rest()
    {
        var answer = await FilterAsync(
            """{"\ud800":{},"value":{"User":{"UserAttributes":{"language":["en"],"name":["\ud83c"]}}},"name":{"\udc00":1},"good":{"User":{"UserAttributes":{"language":["de"]}}},"good":{"User":{"UserAttributes":{"language":["en"]}}}}""");
        Assert.Equal(["good"], answer.Select(endpoint => endpoint.Key));
        Assert.Equal(3, telemetry.Metric("CustomersLeftOut", "unreadable"));
    }

    [Fact]
    public async Task A_campaign_id_that_is_none_is_not_logged()
    {
        await AnswerAsync("""{"ApplicationId":"app","CampaignId":"ada@example.com","Endpoints":{}}""");
        Assert.DoesNotContain("ada", telemetry.Output, StringComparison.Ordinal);
        Assert.Equal(1, telemetry.Metric("CampaignRulesMissing", "unknownCampaign"));
    }

    [Fact]
    public async Task Fifty_endpoints_are_queued_by_tens_and_the_rule_is_read_once()
    {
        await FilterAsync(Endpoints(50));
        await FilterAsync(Endpoints(50));
        Assert.Equal(10, writes.Batches.Count);
        Assert.All(writes.Batches, batch => Assert.Equal(10, batch));
        Assert.Equal(1, tags.Reads);
    }

    [Fact]
    public async Task A_write_that_the_queue_refuses_is_sent_again()
    {
        writes.Refused = batch => writes.Batches.Count == 1 ? [batch[0]] : [];
        await FilterAsync(Endpoints(10));
        Assert.Equal([10, 1], writes.Batches);
        Assert.Equal(0, telemetry.Metric("UserAttributesLost"));
    }

    [Fact]
    public async Task Without_the_queue_the_messages_go_out_and_the_loss_is_told()
    {
        writes.Refused = _ => throw new ServiceException(ServiceFailure.Failed, "Queue: InternalFailure");
        Assert.Equal(10, (await FilterAsync(Endpoints(10))).Count);
        Assert.Equal(10, telemetry.Metric("UserAttributesLost"));
    }

    [Fact]
    public async Task A_slow_queue_does_not_cost_the_answer()
    {
        writes.Refused = _ =>
        {
            telemetry.Time.Advance(TimeSpan.FromSeconds(13));
            return [];
        };
        Assert.Equal(50, (await FilterAsync(Endpoints(50))).Count);
        Assert.Single(writes.Batches);
        Assert.Equal(40, telemetry.Metric("UserAttributesLost"));
    }

    [Theory]
    [InlineData(null, null, null, "unknownCampaign")]
    [InlineData("", "", "", "untagged")]
    [InlineData("release", "gone", "r1", "notDefined")]
    [InlineData("release", "premium", "other", "unknownEvent")]
    public async Task Without_a_rule_nobody_gets_a_message(string? announcement, string? campaign, string? eventId, string reason)
    {
        tags.Tags = announcement is null
            ? null
            : announcement.Length == 0 ? new Dictionary<string, string>() : Tags(announcement, campaign!, eventId!);
        Assert.Empty(await FilterAsync(Endpoints(3)));
        Assert.Empty(writes.Taken);
        Assert.Equal(1, telemetry.Metric("CampaignRulesMissing", reason));
    }

    [Fact]
    public async Task A_rule_that_cannot_be_looked_up_now_fails_the_call_so_that_Pinpoint_calls_again()
    {
        ledger.Down = true;
        await Assert.ThrowsAsync<ServiceException>(() => FilterAsync(Endpoints(3)));
        ledger.Down = false;
        Assert.Equal(3, (await FilterAsync(Endpoints(3))).Count);
    }

    [Fact]
    public async Task Logs_hold_neither_endpoints_nor_values()
    {
        writes.Refused = _ => throw new ServiceException(ServiceFailure.Failed, "Queue: InternalFailure");
        await FilterAsync(
            """{"endpoint-77":{"Address":"someone@example.com","User":{"UserAttributes":{"language":["en"]}}},"endpoint-78":3}""");
        Assert.DoesNotContain("endpoint-7", telemetry.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("someone", telemetry.Output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Tags(string announcement, string campaign, string eventId) =>
        new(new CampaignIdentity { Announcement = announcement, Campaign = campaign, EventId = eventId }.Tags);

    private static string Endpoints(int count) =>
        new JsonObject(
            Enumerable.Range(0, count)
                .Select(i =>
                    KeyValuePair.Create<string, JsonNode?>($"e{i}", JsonNode.Parse("""{"User":{"UserAttributes":{"language":["en"]}}}"""))))
            .ToJsonString();

    private Task<JsonObject> FilterAsync(string endpoints) =>
        AnswerAsync($$$"""{"ApplicationId":"app","CampaignId":"c1","ScheduledTime":"2026-01-31T10:00:00Z","Endpoints":{{{endpoints}}}}""");

    private async Task<JsonObject> AnswerAsync(string payload)
    {
        rules ??= new HookRules(tags, new AudienceRules(ledger, Invocation.Catalog));
        var audience = new CampaignAudience(writes, telemetry.Time, telemetry.Log, telemetry.Metrics);
        using var deadline = telemetry.Deadline();
        return await new HookResponder(rules, audience, telemetry.Log).AnswerAsync(Invocation.Json(payload), deadline);
    }

    private sealed class FakeTags : ICampaignTags
    {
        public IReadOnlyDictionary<string, string>? Tags { get; set; } = FilterAudienceTests.Tags("release", "premium", "r1");

        public int Reads { get; private set; }

        public Task<IReadOnlyDictionary<string, string>?> ReadAsync(string applicationId, string campaignId, CancellationToken cancellation)
        {
            Reads++;
            return Task.FromResult(Tags);
        }
    }

    private sealed class FakeWrites : IWriteQueue
    {
        public List<int> Batches { get; } = [];

        public List<WriteMessage> Taken { get; } = [];

        public Func<IReadOnlyList<WriteMessage>, IReadOnlyList<WriteMessage>> Refused { get; set; } = _ => [];

        public Task<IReadOnlyList<WriteMessage>> SendAsync(IReadOnlyList<WriteMessage> writes, CancellationToken cancellation)
        {
            Batches.Add(writes.Count);
            var refused = Refused(writes);
            Taken.AddRange(writes.Except(refused));
            return Task.FromResult(refused);
        }
    }
}
