using System.Net;
using System.Text.Json;
using Engagement.Definitions;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Infra;
using Engagement.Infra.Configuration;
using Engagement.Journeys;
using Engagement.Local.Definitions;
using Local.Tests.Platforms;

namespace Local.Tests.Upcoming;

/// <summary>What is ahead, as the control API shows it, with the repository's definitions.</summary>
public sealed class UpcomingApiTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private ServedSes ses = null!;

    public async Task InitializeAsync()
    {
        ses = await ServedSes.StartAsync();
        await PlatformStack.DeployAsync(ses.Served, [.. PlatformStack.Ses, .. PlatformStack.Journeys]);
        var folder = Path.Combine(RepositoryRoot.Path, "definitions");
        var set = DefinitionSet.Load(folder, PlatformLimits.None);
        ses.Cloud.Definitions = DeployedFiles.Read(new StackDefinitions(folder, PlatformLimits.None, set));
        await LoadAsync("ada", "2026-03-22T09:00:00Z");
        await LoadAsync("bea", "2026-03-22T09:00:00Z", optOut: "ALL");
    }

    public async Task DisposeAsync() => await ses.DisposeAsync();

    [Theory]
    [InlineData("ada", "")]
    [InlineData("bea", "opted out of everything")]
    public async Task A_customer_sees_the_reminders_ahead_and_why_they_will_not_come(string customer, string reason)
    {
        var coming = await ses.GetAsync($"customers/{customer}/coming?days=60");

        Assert.Equal(
            [("P7D", Now.AddDays(13), reason), ("P1D", Now.AddDays(19), reason)],
            coming.EnumerateArray().Select(message => (
                message.GetProperty("origin").GetProperty("part").GetString()!,
                message.GetProperty("at").GetDateTimeOffset(),
                message.GetProperty("leftOut").GetString() ?? "")));
        Assert.Single((await ses.GetAsync($"customers/{customer}/coming?days=14")).EnumerateArray());
    }

    [Theory]
    [InlineData("ada", "")]
    [InlineData("bea", "opted out of everything")]
    public async Task A_customer_sees_the_campaigns_that_the_stack_has_scheduled(string customer, string reason)
    {
        var coming = await ses.GetAsync($"customers/{customer}/coming?days=365");

        var announcement = Assert.Single(
            coming.EnumerateArray(), message => message.GetProperty("origin").GetProperty("kind").GetString() == "announcement");
        Assert.Equal(
            ("price_change", new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero), reason),
            (announcement.GetProperty("origin").GetProperty("name").GetString(), announcement.GetProperty("at").GetDateTimeOffset(),
                announcement.GetProperty("leftOut").GetString() ?? ""));
    }

    [Fact]
    public async Task A_customer_in_a_journey_sees_its_messages()
    {
        await EnterAsync("welcome", "e-ada", position: "1");

        var coming = await ses.GetAsync("customers/ada/coming?days=5");
        var inside = (await ses.GetAsync("customers/ada")).GetProperty("journeys");

        var message = Assert.Single(coming.EnumerateArray());
        Assert.Equal(
            ("tips", Now.AddDays(3)), (message.GetProperty("template").GetString(), message.GetProperty("at").GetDateTimeOffset()));
        Assert.Equal("welcome", Assert.Single(inside.EnumerateArray()).GetProperty("journey").GetString());
    }

    [Fact]
    public async Task The_calendar_sums_what_is_due_for_all()
    {
        var calendar = (await ses.GetAsync("calendar?days=60")).EnumerateArray().ToList();

        Assert.Equal(
            [(Now.AddDays(13), 1, 1), (Now.AddDays(19), 1, 1)],
            calendar.Select(entry => (
                entry.GetProperty("at").GetDateTimeOffset(), entry.GetProperty("messages").GetInt32(),
                entry.GetProperty("leftOut").GetInt32())));
        Assert.Empty((await ses.GetAsync("calendar?days=2")).EnumerateArray());
    }

    [Fact]
    public async Task A_later_campaign_is_judged_by_the_hours_when_it_begins()
    {
        var deployed = ses.Cloud.Definitions!;
        var announced = deployed.Stack.Set.Announcements.Find("price_change")!;
        var later = announced with
        {
            At = new DateTimeOffset(2026, 3, 5, 3, 0, 0, TimeSpan.Zero),
            Campaigns = [announced.Campaigns[0] with { After = TimeSpan.FromDays(2), Between = new AllowedHours(9 * 60, 20 * 60) }],
        };
        var set = deployed.Stack.Set with { Announcements = new() { Announcements = [later] } };
        ses.Cloud.Definitions = deployed with { Stack = deployed.Stack with { Set = set } };

        var calendar = (await ses.GetAsync("calendar?days=10")).EnumerateArray();

        var held = Assert.Single(calendar, entry => entry.GetProperty("messages").GetInt32() > 0);
        Assert.Equal(new DateTimeOffset(2026, 3, 7, 8, 0, 0, TimeSpan.Zero), held.GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_reminder_shows_who_waits_for_each_of_its_messages_and_what_was_sent()
    {
        await ses.MailAsync("ada@example.net", ("reminder", "subscription_renewal"), ("before", "P30D"));

        var reminder = (await ses.GetAsync("reminders")).EnumerateArray()
            .Single(each => each.GetProperty("name").GetString() == "subscription_renewal");

        Assert.Equal(2, reminder.GetProperty("customers").GetInt32());
        Assert.Equal(
            [("P30D", 0, 1), ("P7D", 2, 0), ("P1D", 2, 0)],
            reminder.GetProperty("messages").EnumerateArray().Select(message => (
                message.GetProperty("before").GetString()!, message.GetProperty("customers").GetInt32(),
                message.GetProperty("sent").GetInt32())));
    }

    [Theory]
    [InlineData("""{"events":["purchase_success"]}""", "thank_you: entered", "thank_you: message thank-you", "thank_you: ended: done")]
    [InlineData(
        """{"events":["purchase_success"],"customer":"bea"}""", "thank_you: entered", "thank_you: ended before message thank-you: optedOut")]
    public async Task A_simulation_shows_what_journeys_make_of_events(string body, params string[] lines)
    {
        var (status, answer) = await SimulateAsync(body);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            ["purchase_success", .. lines], answer.EnumerateArray().Select(line => line.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("""{"events":["purchase_succes"]}""", HttpStatusCode.BadRequest, "'purchase_success'")]
    [InlineData("""{"events":[],"customer":"nobody"}""", HttpStatusCode.NotFound, "no customer 'nobody'")]
    public async Task A_simulation_that_cannot_be_says_why(string body, HttpStatusCode expected, string reason)
    {
        var (status, answer) = await SimulateAsync(body);

        Assert.Equal(expected, status);
        Assert.Contains(reason, answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customers_segments_come_with_each_condition_and_its_value()
    {
        var segments = (await ses.GetAsync("customers/ada")).GetProperty("segments").EnumerateArray().ToList();

        var subscribers = segments.Single(segment => segment.GetProperty("name").GetString() == "subscribers");
        var premium = segments.Single(segment => segment.GetProperty("name").GetString() == "premium");
        var condition = premium.GetProperty("endpoints")[0].GetProperty("conditions")[0];
        Assert.True(subscribers.GetProperty("isIn").GetBoolean());
        Assert.False(premium.GetProperty("isIn").GetBoolean());
        Assert.Equal(
            ("userAttribute", "tier", "in", "premium", "free", false),
            (condition.GetProperty("subject").GetString(), condition.GetProperty("name").GetString(),
                condition.GetProperty("operator").GetString(), condition.GetProperty("values")[0].GetString(),
                condition.GetProperty("found")[0].GetString(), condition.GetProperty("fits").GetBoolean()));
    }

    private Task LoadAsync(string user, string renewal, string optOut = "NONE") => ses.LoadAsync(
        $$$"""
        {"Id":"e-{{{user}}}","ChannelType":"EMAIL","Address":"{{{user}}}@example.net","OptOut":"{{{optOut}}}",
        "User":{"UserId":"{{{user}}}","UserAttributes":{"tier":["free"],"renewal_date":["{{{renewal}}}"]} } }
        """.ReplaceLineEndings(""));

    private async Task<(HttpStatusCode Status, JsonElement Answer)> SimulateAsync(string body)
    {
        using var answer = await ses.Served.SendAsync("POST", "/_local/journeys/simulate", body, ("Content-Type", "application/json"));
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }

    private async Task EnterAsync(string journey, string endpoint, string position)
    {
        using var tables = new JourneyTables(ses.Cloud);
        var catalog = ses.Cloud.Definitions!.Stack.Set.Journeys;
        await tables.DeployAsync(catalog, Now);
        var entry = new Enrollment
        {
            Journey = journey,
            Id = "r1",
            At = Now,
            Since = Now,
            Version = JourneyVersion.From(catalog.Find(journey)!).Id,
            Position = new(position),
            Anchor = Now,
            Due = Now,
        };
        await tables.WriteAsync(new() { EndpointId = endpoint, Enrollments = new Dictionary<string, Enrollment> { [journey] = entry } });
    }
}
