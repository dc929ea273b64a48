using System.Text.Json;
using EndToEnd.Tests.CompanyEvents;
using EndToEnd.Tests.Redeploy;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Truth;

/// <summary>
/// What is accepted is carried out: pixels and company events side by side, while journeys are paused and opened, and announcements are
/// held and released.
/// </summary>
public sealed class MixedConservationTests(ITestOutputHelper output)
{
    private const string Release = "feature_release";
    private const string Update = "system_update";
    private const string Journey = "    via: journey\n";
    private const string HeldJourney = "    via: journey\n    hold: true\n";

    [Fact]
    public async Task Every_company_event_is_launched_once_or_known_to_wait_and_every_pixel_is_recorded_or_rejected()
    {
        await using var environment = new EditableEnvironment();
        await using var company = await Company.StartAsync(environment.Dev);
        await company.AddAsync(new("ada", "premium", "en"), new("cyd", "standard", "fr"));

        // The journey is not open yet.
        await PostAsync(company, "early");
        var pixels = await GeneratedTraffic.FireAsync(environment.Dev, rounds: 2, requestsARound: 100, seed: 1);
        await environment.Dev.AdvanceAsync("PT11M");

        var journey = (await company.JourneysAsync())
            .Single(each => each.GetProperty("Name").GetString()!.Contains(Release, StringComparison.Ordinal))
            .GetProperty("Id")
            .GetString()!;
        await company.PauseAsync(journey);
        await company.PutOnBusAsync(Release, "paused-bus", Company.Release("[paused-bus]"));
        await PostAsync(company, "paused-route");
        await environment.Dev.AdvanceAsync("PT12M");
        await company.ResumeAsync(journey);
        pixels += await GeneratedTraffic.FireAsync(environment.Dev, rounds: 2, requestsARound: 100, seed: 2);
        await PostAsync(company, "open");
        await environment.Dev.DisturbAsync(
            new { service = "states", operation = "StartExecution", error = "ServiceUnavailable", status = 503 });
        await company.PutOnBusAsync(Update, "unstarted", SystemUpdateTests.Update("[unstarted]"));
        await environment.Dev.AdvanceAsync("PT22M");
        await environment.Dev.CalmAsync();
        await company.PutOnBusAsync(Update, "update", SystemUpdateTests.Update("[update]"));
        await company.PutOnBusAsync("feature_relaese", "unknown", Company.Release("[unknown]"));
        // Until the bus has delivered both: the next fault is for the event after them.
        await environment.Dev.AdvanceAsync("PT1M");

        await environment.Dev.DisturbAsync(new { service = "dynamodb", operation = "PutItem", error = "InternalServerError" });
        await company.PutOnBusAsync(Release, "dead", Company.Release("[dead]"));
        await environment.Dev.AdvanceAsync("PT5M");
        await environment.Dev.CalmAsync();
        environment.Edit("announcements.yaml", Journey, HeldJourney);
        Assert.Null((await environment.DeployAsync()).Error);
        await PostAsync(company, "held");
        await environment.Dev.AdvanceAsync("PT1H");

        // Five releases, whose follow-up comes after two days.
        Assert.Empty(await company.ReceiversAsync("[held]"));
        await AssertSumsAsync(environment, pixels, accepted: 8, launched: 2, scheduled: 4, held: 1);

        environment.Edit("announcements.yaml", HeldJourney, Journey);
        Assert.Null((await environment.DeployAsync()).Error);
        await environment.Dev.AdvanceAsync("PT6M");
        await AssertSumsAsync(environment, pixels, accepted: 8, launched: 2, scheduled: 5, held: 0);
        await environment.Dev.AdvanceAsync("P2DT2H");
        await AssertSumsAsync(environment, pixels, accepted: 8, launched: 7, scheduled: 0, held: 0);
        foreach (var release in new[] { "early", "paused-bus", "paused-route", "open", "held" })
        {
            Assert.Equal(["ada", "ada", "cyd"], await company.ReceiversAsync($"[{release}]"));
        }

        foreach (var update in new[] { "unstarted", "update" })
        {
            Assert.Equal(["ada", "cyd"], await company.ReceiversAsync($"[{update}]"));
        }
    }

    private static async Task PostAsync(Company company, string id) =>
        Assert.Equal(202, (await company.PostAsync(Release, id, Company.Release($"[{id}]"))).Status);

    private async Task AssertSumsAsync(EditableEnvironment environment, int pixels, int accepted, int launched, int scheduled, int held)
    {
        var sums = await environment.Dev.GetAsync("conservation");
        output.WriteLine(sums.GetRawText());
        Assert.Equal(pixels, sums.GetProperty("answered").GetInt32());
        Assert.Equal(pixels, sums.GetProperty("recorded").GetInt32() + sums.GetProperty("rejected").GetInt32());
        Assert.Equal(0, sums.GetProperty("unaccounted").GetInt32());
        var expected = new { accepted, launched, scheduled, held, deadLettered = 1, unaccounted = 0, launchedTwice = 0 };
        Assert.Equal(JsonSerializer.Serialize(expected), sums.GetProperty("companyEvents").GetRawText());
    }
}
