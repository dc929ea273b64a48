using System.Net;
using System.Text.Json;
using Engagement.Definitions;
using Engagement.Infra;
using Engagement.Infra.Configuration;
using Engagement.Local.Definitions;
using Local.Tests.Platforms;

namespace Local.Tests.Control;

/// <summary>Who would get an announcement, what it would say, and holding it; with a copy of the repository's definitions.</summary>
public sealed class AnnouncementsTests : IAsyncLifetime
{
    private const string Release = """{"feature":"Maps","version":"4.2","url":"https://www.example.com/maps"}""";

    private readonly DefinitionCopy copy = DefinitionFiles.Read(Path.Combine(RepositoryRoot.Path, "definitions")).Copy();
    private ServedSes ses = null!;

    public async Task InitializeAsync()
    {
        ses = await ServedSes.StartAsync();
        ses.Cloud.Definitions = DeployedFiles.Read(
            new StackDefinitions(copy.Folder, PlatformLimits.None, DefinitionSet.Load(copy.Folder, PlatformLimits.None)));
        await ses.LoadAsync(
            """
            {"Id":"e1","ChannelType":"EMAIL","Address":"p1@example.com","User":{"UserId":"p1","UserAttributes":{"tier":["premium"],"language":["en"],"first_name":["<b>Ada</b>"]}}}
            {"Id":"e2","ChannelType":"EMAIL","Address":"p2@example.com","User":{"UserId":"p2","UserAttributes":{"tier":["premium"],"language":["ne"]}}}
            {"Id":"e3","ChannelType":"EMAIL","Address":"p3@example.com","OptOut":"ALL","User":{"UserId":"p3","UserAttributes":{"tier":["premium"],"language":["de"]}}}
            {"Id":"e6","ChannelType":"EMAIL","Address":"s1@example.com","User":{"UserId":"s1","UserAttributes":{"tier":["standard"]}}}
            """);
    }

    public async Task DisposeAsync()
    {
        await ses.DisposeAsync();
        copy.Dispose();
    }

    [Fact]
    public async Task A_dry_run_says_who_gets_which_message_and_who_not_and_why()
    {
        var campaigns = await SendAsync("feature_release/dry-run", $$"""{"attributes":{{Release}}}""");

        Assert.Equal(
            [
                "premium: p1", "premium, 'when' does not hold: p2", "premium, not in the segment: s1", "premium, opted out of everything: p3",
                "standard: s1", "standard, not in the segment: p1 p2 p3",
                "premium-follow-up: p1", "premium-follow-up, 'when' does not hold: p2", "premium-follow-up, not in the segment: s1",
                "premium-follow-up, opted out of everything: p3",
            ],
            campaigns.EnumerateArray().SelectMany(Outcomes).Select(line => line.TrimEnd()));
        Assert.Empty((await ses.GetAsync("messages")).EnumerateArray());
    }

    [Fact]
    public async Task A_dry_run_judges_one_customer()
    {
        var campaigns = await SendAsync("feature_release/dry-run", $$"""{"attributes":{{Release}},"customer":"p2"}""");

        Assert.Equal(
            ["premium:", "premium, 'when' does not hold: p2", "standard:", "standard, not in the segment: p2"],
            campaigns.EnumerateArray().Take(2).SelectMany(Outcomes).Select(line => line.TrimEnd()));
    }

    [Fact]
    public async Task A_dry_run_leaves_out_who_had_as_many_messages_as_the_limit_allows()
    {
        await PlatformStack.DeployAsync(ses.Served, [.. PlatformStack.Ses, .. PlatformStack.Journeys]);
        var now = ses.Cloud.Context.Clock.GetUtcNow();
        using var tables = new JourneyTables(ses.Cloud);
        await tables.WriteAsync(new() { EndpointId = "e1", Sends = [now.AddHours(-2), now.AddHours(-1)] });
        await tables.WriteAsync(new() { EndpointId = "e6", Sends = [now.AddHours(-25), now.AddHours(-1)] });

        var campaigns = await SendAsync("feature_release/dry-run", $$"""{"attributes":{{Release}}}""");

        var outcomes = campaigns.EnumerateArray().SelectMany(Outcomes).Select(line => line.TrimEnd()).ToList();
        Assert.Contains("premium, as many messages of marketing as the limit allows: p1", outcomes);
        Assert.Contains("standard: s1", outcomes);
        // Nobody knows what comes until a later campaign.
        Assert.Contains("premium-follow-up: p1", outcomes);
    }

    [Fact]
    public async Task What_the_route_would_refuse_is_said_by_attribute()
    {
        var problems = (await SendAsync("feature_release/check", """{"attributes":{"feature":"Maps","url":"maps","versoin":"4"}}"""))
            .GetProperty("problems");

        Assert.Equal(
            ["attributes.url", "attributes.version", "attributes.versoin"],
            problems.EnumerateArray().Select(problem => problem.GetProperty("key").GetString()).Order(StringComparer.Ordinal));
        Assert.Empty((await SendAsync("feature_release/check", $$"""{"attributes":{{Release}}}"""))
            .GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task A_message_is_rendered_for_a_customer_with_the_events_values_and_does_nothing()
    {
        var message = await SendAsync(
            "feature_release/message", $$"""{"attributes":{{Release}},"campaign":"premium","customer":"p1"}""");
        using var document = await ses.Served.SendAsync(
            "GET",
            "/_local/announcements/feature_release/message/html?campaign=premium&customer=p1&attribute.feature=Maps&attribute.version=4.2"
                + "&attribute.url=https%3A%2F%2Fwww.example.com%2Fmaps");

        Assert.Equal("p1@example.com", message.GetProperty("address").GetString());
        Assert.Contains("Maps", message.GetProperty("subject").GetString()!, StringComparison.Ordinal);
        Assert.Equal(message.GetProperty("html").GetString(), await document.Content.ReadAsStringAsync());
        Assert.DoesNotContain("<b>Ada</b>", message.GetProperty("html").GetString()!, StringComparison.Ordinal);
        Assert.Contains("sandbox", document.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", document.Headers.GetValues("X-Frame-Options").Single());
    }

    [Theory]
    [InlineData("feature_release")]
    [InlineData("system_update")]
    public async Task Holding_writes_a_line_and_releasing_takes_it_out(string announcement)
    {
        var file = Path.Combine(copy.Folder, "announcements.yaml");
        var before = await File.ReadAllTextAsync(file);

        await SendAsync($"{announcement}/hold", """{"held":true}""");
        var held = await File.ReadAllTextAsync(file);
        await SendAsync($"{announcement}/hold", """{"held":true}""");

        Assert.Equal(held, await File.ReadAllTextAsync(file));
        Assert.Equal(before, held.Replace("    hold: true\n", "", StringComparison.Ordinal));
        Assert.Equal(
            [announcement],
            DefinitionSet.Load(copy.Folder, PlatformLimits.None).Announcements.Announcements
                .Where(each => each.IsHeld).Select(each => each.Name));

        await SendAsync($"{announcement}/hold", """{"held":false}""");
        Assert.Equal(before, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task What_cannot_be_held_is_not_written()
    {
        var file = Path.Combine(copy.Folder, "announcements.yaml");
        var before = await File.ReadAllTextAsync(file);

        using var answer = await PostAsync("price_change/hold", """{"held":true}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("price_change", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("nothing/check", "{}")]
    [InlineData("feature_release/message", """{"attributes":{"feature":"Maps","version":"4","url":"https://a.example"},"campaign":"premium","customer":"nobody"}""")]
    public async Task What_is_not_there_is_answered_404(string path, string body)
    {
        using var answer = await PostAsync(path, body);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static IEnumerable<string> Outcomes(JsonElement campaign)
    {
        var name = campaign.GetProperty("name").GetString();
        return campaign.GetProperty("leftOut").EnumerateArray()
            .Select(reason => $"{name}, {reason.GetProperty("reason").GetString()}: {Ids(reason)}")
            .Order(StringComparer.Ordinal)
            .Prepend($"{name}: {Ids(campaign.GetProperty("gets"))}");
    }

    private static string Ids(JsonElement outcome) =>
        string.Join(' ', outcome.GetProperty("customers").EnumerateArray().Select(id => id.GetString()));

    private async Task<JsonElement> SendAsync(string path, string body)
    {
        using var answer = await PostAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body) =>
        ses.Served.SendAsync("POST", $"/_local/announcements/{path}", body, ("Content-Type", "application/json"));
}
