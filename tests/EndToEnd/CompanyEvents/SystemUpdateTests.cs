using System.Globalization;
using System.Text.Json;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>
/// An update of the service, whose campaigns a state machine launches (<c>via: stepFunctions</c>). Each test has its own event in one
/// environment.
/// </summary>
public sealed class SystemUpdateTests(CompanyFixture fixture) : IClassFixture<CompanyFixture>
{
    private const string Announcement = "system_update";
    private static readonly string[] Customers = ["ada", "bob", "cyd"];

    private readonly Company company = fixture.Company;

    [Fact]
    public async Task Delivered_five_times_each_customer_of_its_segments_has_one_rendered_message_and_nobody_else()
    {
        for (var i = 0; i < 5; i++)
        {
            await company.PutOnBusAsync(Announcement, "five", Update("five hours"));
        }

        await company.Environment.AdvanceAsync("PT1H");
        await company.PutOnBusAsync(Announcement, "five", Update("five hours"));
        await company.Environment.AdvanceAsync("PT1H");

        Assert.Equal(Customers, await company.ReceiversAsync("five hours"));
        var sent = (await company.MessagesAsync())
            .Where(message => message.GetProperty("body").ToString().Contains("five hours", StringComparison.Ordinal))
            .ToList();
        Assert.All(sent, message => Assert.Equal("Planned update: Sunday, 3:00", message.GetProperty("subject").GetString()));
        Assert.All(
            sent,
            message =>
                Assert.Contains(
                    $"Hello {message.GetProperty("endpointId").GetString()},",
                    message.GetProperty("body").ToString(),
                    StringComparison.Ordinal));
        Assert.Equal(["system_update.premium.five", "system_update.standard.five"], await company.CampaignsOfAsync("five"));
    }

    [Fact]
    public async Task It_goes_by_the_route_too()
    {
        Assert.Equal(202, (await company.PostAsync(Announcement, "route", Update("a route of hours"))).Status);
        await company.Environment.AdvanceAsync("PT1H");

        Assert.Equal(Customers, await company.ReceiversAsync("a route of hours"));
        Assert.Equal(200, (await company.PostAsync(Announcement, "route", Update("a route of hours"))).Status);
    }

    [Fact]
    public async Task The_ledger_tells_how_each_campaign_ended_and_has_nothing_pending()
    {
        await company.PutOnBusAsync(Announcement, "ledger", Update("two hours"));
        await company.Environment.AdvanceAsync("PT1H");

        var item = await company.LedgerItemAsync("ledger");
        Assert.Equal(
            ["announcement", "attributes", "campaigns", "expiresAt", "id", "publishedAt", "writer"],
            item.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal("two hours", item.GetProperty("attributes").GetProperty("M").GetProperty("duration").GetProperty("S").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$", item.GetProperty("publishedAt").GetProperty("S").GetString());
        await AssertRecordAsync("ledger", "premium", "launched", "1", "COMPLETED");
        await AssertRecordAsync("ledger", "standard", "launched", "1", "COMPLETED");
    }

    [Fact]
    public async Task The_ledger_forgets_an_event_after_400_days_and_no_sooner()
    {
        await company.PutOnBusAsync(Announcement, "forgotten", Update("forgotten hours"));
        await company.Environment.AdvanceAsync("PT1H");

        var item = await company.LedgerItemAsync("forgotten");
        var publishedAt = DateTimeOffset.Parse(item.GetProperty("publishedAt").GetProperty("S").GetString()!, CultureInfo.InvariantCulture);
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(
            long.Parse(item.GetProperty("expiresAt").GetProperty("N").GetString()!, CultureInfo.InvariantCulture));
        // The publisher has the event a moment before the machine starts.
        Assert.InRange(expiresAt, publishedAt.AddDays(400).AddMinutes(-1), publishedAt.AddDays(400));
    }

    [Theory]
    [InlineData("system_updat", "wrong-1", """{"starts_at":"now","duration":"1 h","url":"https://x"}""")]
    [InlineData(Announcement, "wrong-2", """{"starts_at":"now","duration":"1 h"}""")]
    [InlineData(Announcement, "wrong-3", """{"starts_at":"now","duration":"1 h","url":"https://x","colour":"red"}""")]
    [InlineData(Announcement, "wrong 4", """{"starts_at":"now","duration":"1 h","url":"https://x"}""")]
    public async Task What_does_not_fit_its_announcement_is_refused_counted_and_sends_nothing(
        string announcement,
        string id,
        string attributes)
    {
        var before = (await company.MessagesAsync()).Count;
        var refused = await company.Environment.MetricAsync("CompanyEvents", ("Reason", "refused"));

        await company.PutOnBusAsync(announcement, id, JsonElement.Parse(attributes));
        await company.Environment.AdvanceAsync("PT1H");

        Assert.Equal(before, (await company.MessagesAsync()).Count);
        Assert.Equal(refused + 1, await company.Environment.MetricAsync("CompanyEvents", ("Reason", "refused")));
        Assert.Equal(JsonValueKind.Undefined, (await company.LedgerItemAsync(id)).ValueKind);
    }

    [Theory]
    [InlineData("forged-1", """{"id":"forged-1","attributes":{"starts_at":"now"}}""")]
    [InlineData(
        "forged-2",
        """{"id":"forged-2","attributes":{"starts_at":"now","duration":"1 h","url":"https://x"},"expiresAt":1830000000}""")]
    public async Task No_source_on_the_bus_spares_an_event_the_publishers_check(string id, string detail)
    {
        var before = (await company.MessagesAsync()).Count;

        await company.Environment.PutEventAsync("engagement.company-events", Announcement, JsonElement.Parse(detail));
        await company.Environment.AdvanceAsync("PT1H");

        Assert.Equal(before, (await company.MessagesAsync()).Count);
        Assert.Equal(JsonValueKind.Undefined, (await company.LedgerItemAsync(id)).ValueKind);
    }

    [Fact]
    public async Task Another_event_with_an_id_that_is_taken_starts_nothing()
    {
        await company.PutOnBusAsync(Announcement, "taken", Update("a taken hour"));
        await company.Environment.AdvanceAsync("PT1H");

        await company.PutOnBusAsync(Announcement, "taken", Update("another hour"));
        await company.Environment.AdvanceAsync("PT1H");

        Assert.Empty(await company.ReceiversAsync("another hour"));
    }

    [Fact]
    public async Task A_campaign_that_cannot_be_created_is_tried_again_then_told_of_and_launched_by_the_check_once_it_can_be()
    {
        var told = await company.FailuresAsync();
        var calls = await company.Environment.CallsAsync("pinpoint", "CreateCampaign");
        var failures = await company.Environment.MetricAsync("ExecutionsFailed");
        await company.Environment.DisturbAsync(new { service = "pinpoint", operation = "CreateCampaign", error = "AccessDeniedException" });
        await company.PutOnBusAsync(Announcement, "denied", Update("denied hours"));
        await company.Environment.AdvanceAsync("PT14M");

        Assert.Equal(10, await company.Environment.CallsAsync("pinpoint", "CreateCampaign") - calls);
        await AssertRecordAsync("denied", "premium", "failed", "5", null);
        Assert.Equal("Pinpoint.PinpointException", (await company.RecordAsync("denied", "premium"))["failure"]);
        Assert.Equal(
            ["premium", "standard"],
            (await company.FailuresAsync())
                .Skip(told.Count)
                .Select(told => told.GetProperty("campaign").GetString())
                .Order(StringComparer.Ordinal));
        Assert.Equal(failures + 1, await company.Environment.MetricAsync("ExecutionsFailed"));

        await company.Environment.CalmAsync();
        await company.Environment.AdvanceAsync("PT10M");
        Assert.Equal(Customers, await company.ReceiversAsync("denied hours"));
        await AssertRecordAsync("denied", "premium", "launched", "6", null);
        Assert.DoesNotContain("failure", await company.RecordAsync("denied", "premium"));

        await company.PutOnBusAsync(Announcement, "denied", Update("denied hours"));
        await company.Environment.AdvanceAsync("PT2H");
        Assert.Equal(Customers, await company.ReceiversAsync("denied hours"));
    }

    [Fact]
    public async Task An_event_whose_state_machine_never_starts_is_launched_by_the_check_and_not_again_when_it_starts_after_all()
    {
        await company.Environment.DisturbAsync(
            new { service = "states", operation = "StartExecution", error = "ServiceUnavailable", status = 503 });
        await company.PutOnBusAsync(Announcement, "unstarted", Update("unstarted hours"));
        await company.Environment.AdvanceAsync("PT14M");
        Assert.Empty(await company.ReceiversAsync("unstarted hours"));
        await company.Environment.AdvanceAsync("PT7M");
        Assert.Equal(Customers, await company.ReceiversAsync("unstarted hours"));

        await company.Environment.CalmAsync();
        await company.Environment.AdvanceAsync("PT2H");
        Assert.Equal(Customers, await company.ReceiversAsync("unstarted hours"));
        Assert.Equal(["system_update.premium.unstarted", "system_update.standard.unstarted"], await company.CampaignsOfAsync("unstarted"));
    }

    [Fact]
    public async Task A_campaign_whose_creation_was_answered_with_an_error_though_it_was_created_is_found_and_not_made_twice()
    {
        await company.Environment.DisturbAsync(new { service = "pinpoint", operation = "CreateCampaign", lost = true, count = 2 });
        await company.PutOnBusAsync(Announcement, "lost", Update("lost hours"));
        await company.Environment.AdvanceAsync("PT2H");
        await company.Environment.CalmAsync();

        Assert.Equal(2, (await company.CampaignsOfAsync("lost")).Count);
        Assert.Equal(Customers, await company.ReceiversAsync("lost hours"));
        await AssertRecordAsync("lost", "premium", "launched", "2", "COMPLETED");
    }

    [Fact]
    public async Task A_campaign_that_was_created_and_could_not_be_written_down_is_found_and_not_made_twice()
    {
        // Two claims: what is refused are the records that follow them, and their retries.
        await company.Environment.DisturbAsync(
            new { service = "dynamodb", operation = "UpdateItem", error = "InternalServerError", rate = 0.7, seed = 7, count = 12 });
        await company.PutOnBusAsync(Announcement, "unrecorded", Update("unrecorded hours"));
        await company.Environment.AdvanceAsync("PT3H");
        await company.Environment.CalmAsync();

        Assert.Equal(2, (await company.CampaignsOfAsync("unrecorded")).Count);
        Assert.Equal(Customers, await company.ReceiversAsync("unrecorded hours"));
    }

    [Fact]
    public async Task No_attribute_of_an_event_reaches_the_log_of_executions()
    {
        await company.PutOnBusAsync(Announcement, "private", Update("a-private-value"));
        await company.Environment.AdvanceAsync("PT1H");

        var lines = (await company.Environment.GetAsync("logs")).EnumerateObject()
            .Where(group => group.Name.StartsWith("/aws/vendedlogs/states/", StringComparison.Ordinal))
            .SelectMany(group => group.Value.EnumerateArray())
            .Select(line => line.ToString())
            .ToList();
        Assert.Contains(lines, line => line.Contains("ExecutionSucceeded", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("a-private-value", StringComparison.Ordinal));
    }

    internal static object Update(string duration) => new { starts_at = "Sunday, 3:00", duration, url = "https://status.example.com" };

    private async Task AssertRecordAsync(string id, string campaign, string state, string attempts, string? outcome)
    {
        var record = await company.RecordAsync(id, campaign);
        Assert.Equal((state, attempts, outcome), (record["state"], record["attempts"], record.GetValueOrDefault("outcome")));
    }
}
