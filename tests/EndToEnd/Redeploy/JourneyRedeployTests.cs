using System.Globalization;
using System.Text.Json;
using EndToEnd.Tests.CompanyEvents;

namespace EndToEnd.Tests.Redeploy;

/// <summary>Journeys whose declaration changes while company events come in.</summary>
public sealed class JourneyRedeployTests
{
    private static readonly Customer[] Customers = [new("ada", "premium", "en"), new("cyd", "standard", "fr"), new("dan", "free", "en")];

    [Fact]
    public async Task A_changed_journey_takes_over_from_the_old_one_and_no_event_is_lost_between()
    {
        await using var environment = new EditableEnvironment();
        await using var company = await StartAsync(environment);
        var old = await JourneyAsync(company);
        await ReleaseAsync(company, 0);

        EditedProgram.EditIn(environment.Dev.Cloud);
        var deploying = environment.DeployAsync();
        var last = await ReleaseUntilAsync(company, deploying);
        var deployed = await deploying;
        await ReleaseAsync(company, last + 1);
        await environment.Dev.AdvanceAsync("PT30M");

        Assert.Null(deployed.Error);
        Assert.Equal(["Updated announcement-feature_release"], deployed.Steps);
        Assert.Equal(["CANCELLED", "ACTIVE"], await StatesAsync(company));
        Assert.NotEqual(Id(old), Id((await JourneysAsync(company))[^1]));
        Assert.True(last > 1, "no event came in while the deployment was under way");
        foreach (var version in Enumerable.Range(0, last + 2))
        {
            Assert.Equal(["ada", "cyd"], await company.ReceiversAsync(Version(version)));
        }
    }

    [Fact]
    public async Task A_failed_update_heals_with_another_attempt_and_a_paused_journey_is_left_alone()
    {
        await using var environment = new EditableEnvironment();
        await using var company = await StartAsync(environment);
        EditedProgram.EditIn(environment.Dev.Cloud);
        await environment.Dev.DisturbAsync(new { service = "pinpoint", operation = "CreateJourney", error = "ForbiddenException" });
        var failed = await environment.DeployAsync();
        Assert.Contains(
            "announcement-feature_release (aws:lambda/invocation:Invocation) could not be updated",
            failed.Error,
            StringComparison.Ordinal);
        Assert.Contains("creating journey 'feature_release'", failed.Error, StringComparison.Ordinal);
        Assert.Equal(["ACTIVE"], await StatesAsync(company));

        // Pulumi takes the input of the failed update for done, and so does this engine.
        await environment.Dev.CalmAsync();
        Assert.Empty((await environment.DeployAsync()).Steps);
        environment.Set("provisioning:attempt", "1");
        var healed = await AdvanceUntilAsync(environment, environment.DeployAsync());
        Assert.True(healed.Error is null, healed.Error);
        Assert.Equal(["CANCELLED", "ACTIVE"], await StatesAsync(company));

        await company.PauseAsync(Id((await JourneysAsync(company))[^1]));
        environment.Set("provisioning:attempt", "2");
        var paused = await AdvanceUntilAsync(environment, environment.DeployAsync());
        Assert.Contains("was paused in the console", paused.Error, StringComparison.Ordinal);
        Assert.Equal(["CANCELLED", "PAUSED"], await StatesAsync(company));
        environment.Set("provisioning:overwriteConsoleEdits", "true");
        Assert.Null((await AdvanceUntilAsync(environment, environment.DeployAsync())).Error);
        Assert.Equal(["CANCELLED", "CANCELLED", "ACTIVE"], await StatesAsync(company));
    }

    [Fact]
    public async Task What_definitions_no_longer_name_is_gone_and_what_they_renamed_goes_on_under_its_new_name()
    {
        await using var environment = new EditableEnvironment();
        await using var company = await StartAsync(environment);
        environment.Edit("announcements.yaml", "  feature_release:", "  feature_launch:");
        environment.Cut("announcements.yaml", "  price_change:", "");
        environment.Remove("templates/price-change");

        var deployed = await environment.DeployAsync();
        await environment.Dev.AdvanceAsync("PT10M");
        await company.PutOnBusAsync("feature_launch", "launch", Attributes("9.9"));
        await environment.Dev.AdvanceAsync("PT10M");

        Assert.Null(deployed.Error);
        Assert.Contains("Created announcement-feature_launch", deployed.Steps);
        Assert.Contains("Deleted announcement-feature_release", deployed.Steps);
        Assert.DoesNotContain(await company.TemplatesAsync(), name => name.EndsWith("price-change", StringComparison.Ordinal));
        Assert.Empty(await JourneysAsync(company));
        Assert.Equal(["ada", "cyd"], await company.ReceiversAsync("9.9"));
        Assert.Empty((await environment.DeployAsync()).Steps);
    }

    private static async Task<Company> StartAsync(EditableEnvironment environment)
    {
        var company = await Company.StartAsync(environment.Dev);
        await company.AddAsync(Customers);
        await company.OpenAsync();
        return company;
    }

    private static async Task<int> ReleaseUntilAsync(Company company, Task end)
    {
        var number = 0;
        while (!end.IsCompleted)
        {
            await ReleaseAsync(company, ++number);
            await company.Environment.AdvanceAsync("PT1M");
        }

        return number;
    }

    private static async Task<Redeployment> AdvanceUntilAsync(EditableEnvironment environment, Task<Redeployment> end)
    {
        while (!end.IsCompleted)
        {
            await environment.Dev.AdvanceAsync("PT1M");
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(200)));
        }

        return await end;
    }

    private static Task ReleaseAsync(Company company, int number) =>
        company.PutOnBusAsync("feature_release", $"release-{number}", Attributes(Version(number)));

    private static object Attributes(string version) => new { feature = "Maps", version, url = "https://www.example.com/maps" };

    // No version's text is part of another's.
    private static string Version(int number) => string.Create(CultureInfo.InvariantCulture, $"v{number:0000}");

    private static async Task<JsonElement> JourneyAsync(Company company) => Assert.Single(await JourneysAsync(company));

    /// <summary>The announcement's journeys, the oldest first.</summary>
    private static async Task<IReadOnlyList<JsonElement>> JourneysAsync(Company company) =>
        [
            .. (await company.JourneysAsync()).Where(
                journey => journey.GetProperty("Name").GetString()!.StartsWith("feature_release-", StringComparison.Ordinal)),
        ];

    private static async Task<IEnumerable<string?>> StatesAsync(Company company) =>
        (await JourneysAsync(company)).Select(journey => journey.GetProperty("State").GetString());

    private static string Id(JsonElement journey) => journey.GetProperty("Id").GetString()!;
}
