using System.Net;
using System.Text.Json;
using Local.Tests.Platforms;

namespace Local.Tests.Control;

/// <summary>The customers, as the control API finds, shows and changes them.</summary>
public sealed class CustomersTests : IAsyncLifetime
{
    private const string Ada = """
        {"Id":"Ada-1","ChannelType":"EMAIL","Address":"ada@example.net",
        "User":{"UserId":"ada","UserAttributes":{"tier":["gold"],"city":["Ghent"]}}}
        """;

    private ServedSes ses = null!;

    public async Task InitializeAsync()
    {
        ses = await ServedSes.StartAsync();
        await ses.LoadAsync(Ada.ReplaceLineEndings(""));
        await ses.LoadAsync("""{"Id":"b1","ChannelType":"EMAIL","Address":"bea@example.net"}""");
        await ses.LoadAsync("""{"Id":"c1","ChannelType":"EMAIL","Address":"cleo@example.net","User":{"UserId":"cleo"}}""");
    }

    public async Task DisposeAsync() => await ses.DisposeAsync();

    [Theory]
    [InlineData("", "ada", "cleo", "~b1")]
    [InlineData("?search=BEA@", "~b1")]
    [InlineData("?search=ada-1", "ada")]
    [InlineData("?search=ghent", "ada")]
    [InlineData("?search=nobody")]
    [InlineData("?limit=2", "ada", "cleo")]
    [InlineData("?limit=2&after=cleo", "~b1")]
    public async Task They_are_found_by_id_address_and_attribute_page_by_page(string query, params string[] ids) =>
        Assert.Equal(ids, (await ses.GetAsync($"customers{query}")).EnumerateArray().Select(each => each.GetProperty("id").GetString()));

    [Fact]
    public async Task A_customers_events_come_newest_first_and_are_no_one_elses()
    {
        foreach (var (id, endpoint) in ((string, string)[])[("r1", "ada-1"), ("r2", "c1"), ("r3", "Ada-1")])
        {
            await ses.RecordAsync(
                $$$"""{"id":"{{{id}}}","at":"2026-03-02T08:00:00Z","type":"visit","endpoint":"{{{endpoint}}}","attributes":{},"metrics":{}}""");
        }

        var first = await ses.GetAsync("customers/ada/events?limit=1");
        var second = await ses.GetAsync($"customers/ada/events?limit=1&before={first.GetProperty("next").GetString()}");

        Assert.Equal(
            ["r3", "r1"],
            new[] { first, second }.Select(
                page => Assert.Single(page.GetProperty("events").EnumerateArray()).GetProperty("eventId").GetString()));
    }

    [Fact]
    public async Task An_attribute_is_changed_and_without_values_removed()
    {
        var changed = await ChangeAsync("""{"userAttributes":{"tier":["silver","old"],"city":[]}}""");

        var attributes = (await ses.GetAsync("customers/ada")).GetProperty("customer").GetProperty("userAttributes");
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(["silver", "old"], attributes.GetProperty("tier").EnumerateArray().Select(value => value.GetString()));
        Assert.False(attributes.TryGetProperty("city", out _));
    }

    [Fact]
    public async Task A_change_that_breaks_a_limit_is_refused_with_the_reason()
    {
        var values = string.Join(',', Enumerable.Repeat("\"x\"", 51));
        var (status, answer) = await ChangeAsync($$$"""{"userAttributes":{"tier":[{{{values}}}]}}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("more than 50 values", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_who_is_not_there_is_404()
    {
        foreach (var path in (string[])["", "/events", "/coming"])
        {
            using var answer = await ses.Served.SendAsync("GET", $"/_local/customers/nobody{path}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_address_shows_whether_it_takes_messages()
    {
        var consent = Assert.Single((await ses.GetAsync("customers/ada")).GetProperty("consents").EnumerateArray());

        Assert.Equal(
            ("Ada-1", "ada@example.net", true, false),
            (consent.GetProperty("endpointId").GetString(), consent.GetProperty("address").GetString(),
                consent.GetProperty("isActive").GetBoolean(), consent.GetProperty("hasOptedOut").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, consent.GetProperty("suppressed").ValueKind);
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> ChangeAsync(string body)
    {
        using var answer = await ses.Served.SendAsync("POST", "/_local/customers/ada", body, ("Content-Type", "application/json"));
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }
}
