using System.Text.Json;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>An update of the service, whose campaigns a state machine launches (<c>via: stepFunctions</c>). Each test has its own event in one environment.</summary>
public sealed class SystemUpdateTests(CompanyEventsEnvironment environment) : IClassFixture<CompanyEventsEnvironment>
{
    private static readonly string[] Customers = ["ada", "bob", "cyd"];

    [Fact]
    public async Task Delivered_five_times_each_customer_of_its_segments_has_one_rendered_message_and_nobody_else()
    {
        var before = (await environment.MessagesAsync()).Count;
        for (var i = 0; i < 5; i++)
        {
            await environment.UpdateSystemAsync("update-five");
        }

        await environment.Dev.AdvanceAsync("PT1H");
        var sent = (await environment.MessagesAsync()).Skip(before).ToList();

        Assert.Equal(Customers, sent.Select(message => message.GetProperty("endpointId").GetString()).Order(StringComparer.Ordinal));
        Assert.All(sent, message => Assert.Equal("Planned update: Sunday, 3:00", message.GetProperty("subject").GetString()));
        Assert.All(sent, message => Assert.Contains($"Hello {message.GetProperty("endpointId").GetString()},", message.GetProperty("body").ToString(), StringComparison.Ordinal));
        Assert.All(sent, message => Assert.Contains("two hours", message.GetProperty("body").ToString(), StringComparison.Ordinal));
        Assert.Equal(
            ["system_update.premium.update-five", "system_update.standard.update-five"],
            (await environment.CampaignNamesAsync()).Where(name => name.EndsWith("update-five", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_ledger_tells_how_each_campaign_ended_and_has_nothing_pending()
    {
        await environment.UpdateSystemAsync("update-ledger");
        await environment.Dev.AdvanceAsync("PT1H");

        var item = await environment.LedgerItemAsync("update-ledger");
        Assert.Equal(["announcement", "attributes", "campaigns", "id", "publishedAt"], item.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal("two hours", item.GetProperty("attributes").GetProperty("M").GetProperty("duration").GetProperty("S").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$", item.GetProperty("publishedAt").GetProperty("S").GetString());
        Assert.Equal(("launched", "1", "COMPLETED"), await RecordAsync("update-ledger", "premium"));
        Assert.Equal(("launched", "1", "COMPLETED"), await RecordAsync("update-ledger", "standard"));
    }

    [Theory]
    [InlineData("system_updat", """{"id":"wrong-1","attributes":{"starts_at":"now","duration":"1 h","url":"https://x"}}""")]
    [InlineData("system_update", """{"id":"wrong-2","attributes":{"starts_at":"now","duration":"1 h"}}""")]
    [InlineData("system_update", """{"id":"wrong-3","attributes":{"starts_at":"now","duration":"1 h","url":"https://x","colour":"red"}}""")]
    [InlineData("system_update", """{"id":"wrong 4","attributes":{"starts_at":"now","duration":"1 h","url":"https://x"}}""")]
    public async Task What_does_not_fit_its_announcement_is_refused_counted_and_sends_nothing(string announcement, string detail)
    {
        var before = (await environment.MessagesAsync()).Count;
        var refused = await environment.Dev.MetricAsync("CompanyEvents", ("Reason", "refused"));

        await environment.AnnounceAsync(announcement, JsonElement.Parse(detail));
        await environment.Dev.AdvanceAsync("PT1H");

        Assert.Equal(before, (await environment.MessagesAsync()).Count);
        Assert.Equal(refused + 1, await environment.Dev.MetricAsync("CompanyEvents", ("Reason", "refused")));
        Assert.Equal(default, await environment.LedgerItemAsync(JsonElement.Parse(detail).GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task An_unchecked_event_in_the_publishers_name_is_refused_by_the_state_machine_and_told_of()
    {
        var before = (await environment.MessagesAsync()).Count;
        var told = await NotificationsAsync();

        await environment.AnnounceAsync("system_update", new { id = "forged", attributes = new { starts_at = "now" } }, source: "engagement.company-events");
        await environment.Dev.AdvanceAsync("PT1H");

        Assert.Equal(before, (await environment.MessagesAsync()).Count);
        Assert.Equal("Event.Malformed", Assert.Single((await NotificationsAsync()).Skip(told.Count)).GetProperty("problem").GetString());
        Assert.Equal(default, await environment.LedgerItemAsync("forged"));
    }

    [Fact]
    public async Task A_campaign_that_cannot_be_created_is_tried_again_then_told_of_and_launched_when_the_event_comes_again()
    {
        var before = (await environment.MessagesAsync()).Count;
        var told = await NotificationsAsync();
        var calls = await environment.Dev.CallsAsync("pinpoint", "CreateCampaign");
        var failures = await environment.Dev.MetricAsync("ExecutionsFailed");
        await environment.Dev.DisturbAsync(new { service = "pinpoint", operation = "CreateCampaign", error = "AccessDeniedException" });
        await environment.UpdateSystemAsync("update-denied");
        await environment.Dev.AdvanceAsync("PT2H");

        Assert.Equal(10, await environment.Dev.CallsAsync("pinpoint", "CreateCampaign") - calls);
        Assert.Equal("failed", await environment.CampaignAsync("update-denied", "premium", "state"));
        Assert.Equal("5", await environment.CampaignAsync("update-denied", "premium", "attempts"));
        Assert.Equal("Pinpoint.PinpointException", await environment.CampaignAsync("update-denied", "premium", "failure"));
        Assert.Equal(["premium", "standard"], (await NotificationsAsync()).Skip(told.Count).Select(told => told.GetProperty("campaign").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(failures + 1, await environment.Dev.MetricAsync("ExecutionsFailed"));

        await environment.Dev.CalmAsync();
        Assert.Equal(before, (await environment.MessagesAsync()).Count);
        await environment.UpdateSystemAsync("update-denied");
        await environment.Dev.AdvanceAsync("PT2H");

        Assert.Equal(Customers, (await environment.MessagesAsync()).Skip(before).Select(message => message.GetProperty("endpointId").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(("launched", "6", "COMPLETED"), await RecordAsync("update-denied", "premium"));
        Assert.Null(await environment.CampaignAsync("update-denied", "premium", "failure"));
    }

    [Fact]
    public async Task A_campaign_whose_creation_was_answered_with_an_error_though_it_was_created_is_found_and_not_made_twice()
    {
        var before = (await environment.MessagesAsync()).Count;
        await environment.Dev.DisturbAsync(new { service = "pinpoint", operation = "CreateCampaign", lost = true, count = 2 });
        await environment.UpdateSystemAsync("update-lost");
        await environment.Dev.AdvanceAsync("PT2H");
        await environment.Dev.CalmAsync();

        Assert.Equal(2, (await environment.CampaignNamesAsync()).Count(name => name.EndsWith("update-lost", StringComparison.Ordinal)));
        Assert.Equal(Customers, (await environment.MessagesAsync()).Skip(before).Select(message => message.GetProperty("endpointId").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(("launched", "2", "COMPLETED"), await RecordAsync("update-lost", "premium"));
    }

    [Fact]
    public async Task No_attribute_of_an_event_reaches_the_log_of_executions()
    {
        await environment.AnnounceAsync("system_update", new { id = "update-private", attributes = new { starts_at = "a-private-value", duration = "1 h", url = "https://x" } });
        await environment.Dev.AdvanceAsync("PT1H");

        var lines = (await environment.Dev.GetAsync("logs")).EnumerateObject().Where(group => group.Name.StartsWith("/aws/vendedlogs/states/", StringComparison.Ordinal)).SelectMany(group => group.Value.EnumerateArray()).Select(line => line.ToString()).ToList();
        Assert.Contains(lines, line => line.Contains("ExecutionSucceeded", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("a-private-value", StringComparison.Ordinal));
    }

    private async Task<(string? State, string? Attempts, string? Outcome)> RecordAsync(string id, string campaign) =>
        (await environment.CampaignAsync(id, campaign, "state"), await environment.CampaignAsync(id, campaign, "attempts"), await environment.CampaignAsync(id, campaign, "outcome"));

    private async Task<IReadOnlyList<JsonElement>> NotificationsAsync() =>
        [.. (await environment.Dev.GetAsync("notifications")).EnumerateArray().Select(notification => JsonElement.Parse(notification.GetProperty("message").GetString()!))];
}
