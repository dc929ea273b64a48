using System.Text.Json;
using Engagement.Definitions.Journeys;
using Engagement.Journeys;
using Local.Tests.Http;
using Local.Tests.Journeys;

namespace Local.Tests.Platforms;

/// <summary>What the control API shows of journeys, and of the customers in them.</summary>
public sealed class ShownJourneysTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Journey Older = SampleJourneys.Onboarding with
    {
        Steps = [SampleJourneys.Wait(TimeSpan.FromDays(1)), .. SampleJourneys.Onboarding.Steps],
    };

    private ServedCloud served = null!;
    private JourneyTables tables = null!;

    public async Task InitializeAsync()
    {
        served = await ServedCloud.StartAsync();
        tables = new(served.Cloud);
    }

    public async Task DisposeAsync() => await served.DisposeAsync();

    public void Dispose() => tables.Dispose();

    [Fact]
    public async Task Each_journey_has_its_steps_and_edges_and_the_customers_at_each()
    {
        await PlatformStack.DeployAsync(served, [.. PlatformStack.Ses, .. PlatformStack.Journeys]);
        await DeployJourneysAsync(Older);
        await DeployJourneysAsync(SampleJourneys.Onboarding, SampleJourneys.Welcome with { Closed = true });
        await EnterAsync("ada", Entry(Older, "0"));
        await EnterAsync("bob", Entry(SampleJourneys.Onboarding, "2.else.0"), Entry(SampleJourneys.Welcome, "1"));
        await EnterAsync("cyd", Entry(SampleJourneys.Onboarding, "2.else.0"));
        await EnterAsync("dan");

        var shown = await ShownAsync();

        Assert.Equal(
            [("onboarding", true, false, 2), ("onboarding", false, false, 1), ("welcome", true, true, 1)],
            shown.Select(each => (
                Text(each, "journey"),
                each.GetProperty("isCurrent").GetBoolean(),
                each.GetProperty("isClosed").GetBoolean(),
                each.GetProperty("customers").GetInt32())));
        Assert.Equal(
            [
                "start start  0", "s0 send 0 0", "s1 wait 1 0", "s2 if 2 0", "s2_then_0 send 2.then.0 0", "s2_else_0 send 2.else.0 2",
                "s3 if 3 0", "s3_then_0 send 3.then.0 0", "done end  0",
            ],
            shown[0].GetProperty("steps").EnumerateArray().Select(step =>
                $"{Text(step, "id")} {Text(step, "kind")} {Text(step, "position")} {step.GetProperty("customers")}"));
        Assert.Equal("did used?", Text(shown[0].GetProperty("steps")[3], "label"));
        Assert.Contains("s2 s2_else_0 no", EdgesOf(shown[0]));
        Assert.Contains("s2_else_0 s3 ", EdgesOf(shown[0]));
        Assert.Equal("signed_up, closed", Text(shown[2].GetProperty("steps")[0], "label"));
        Assert.Equal(JourneyVersion.From(Older).Id, Text(shown[1], "version"));
    }

    [Fact]
    public async Task A_removed_journey_is_there_while_customers_are_inside()
    {
        await PlatformStack.DeployAsync(served, [.. PlatformStack.Ses, .. PlatformStack.Journeys]);
        await DeployJourneysAsync(SampleJourneys.Welcome, SampleJourneys.Onboarding);
        await EnterAsync("ada", Entry(SampleJourneys.Welcome, "1"));
        await DeployJourneysAsync();

        var shown = Assert.Single(await ShownAsync());

        Assert.Equal(("welcome", false), (Text(shown, "journey"), shown.GetProperty("isCurrent").GetBoolean()));
        Assert.Equal(Now, shown.GetProperty("removed").GetDateTimeOffset());
    }

    [Fact]
    public async Task On_Pinpoint_a_customer_is_inside_from_its_first_question_on_and_past_the_message_that_it_sent()
    {
        await PlatformStack.DeployAsync(served, PlatformStack.Journeys);
        await DeployJourneysAsync(SampleJourneys.Welcome);
        var entry = Entry(SampleJourneys.Welcome, "0") with { Due = Now.AddDays(4) };
        await EnterAsync("not-yet", entry);
        await EnterAsync("waits", entry with { Runner = "j1", Claim = new("welcome", Now.AddHours(-1)) });
        await EnterAsync("no-more", entry with { Runner = "j1", Due = Now.AddMinutes(-1) });
        await EnterAsync("at-the-end", entry with { Runner = "j1", Position = new("2"), Claim = new("tips", Now) });

        var shown = Assert.Single(await ShownAsync());

        Assert.Equal(
            [0, 0, 1, 0, 0], shown.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("customers").GetInt32()));
    }

    [Fact]
    public async Task Before_a_deployment_there_are_none() => Assert.Empty(await ShownAsync());

    private static IEnumerable<string> EdgesOf(JsonElement journey) => journey.GetProperty("edges").EnumerateArray()
        .Select(edge => $"{Text(edge, "from")} {Text(edge, "to")} {Text(edge, "label")}");

    private static string? Text(JsonElement shown, string member) => shown.GetProperty(member).GetString();

    private static Enrollment Entry(Journey journey, string position) => new()
    {
        Journey = journey.Name,
        Id = "e1",
        At = Now,
        Since = Now,
        Version = JourneyVersion.From(journey).Id,
        Position = new(position),
        Anchor = Now,
        Due = Now,
    };

    private Task DeployJourneysAsync(params Journey[] journeys) => tables.DeployAsync(new() { Journeys = journeys }, Now);

    private Task EnterAsync(string endpoint, params Enrollment[] entries) =>
        tables.WriteAsync(new() { EndpointId = endpoint, Enrollments = entries.ToDictionary(entry => entry.Journey) });

    private async Task<IReadOnlyList<JsonElement>> ShownAsync()
    {
        using var response = await served.SendAsync("GET", "/_local/journeys");
        return [.. JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).EnumerateArray()];
    }
}
