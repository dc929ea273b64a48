using System.Net;
using System.Text.Json;
using Engagement.Local.Pinpoint;
using Engagement.Local.Pinpoint.Messages;
using Local.Tests.Http;
using Local.Tests.Platforms;

namespace Local.Tests.Control;

/// <summary>The messages that were sent, as the control API lists and shows them.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private ServedSes ses = null!;

    public async Task InitializeAsync() => ses = await ServedSes.StartAsync();

    public async Task DisposeAsync() => await ses.DisposeAsync();

    [Fact]
    public async Task It_lists_the_newest_first_page_by_page_with_those_that_failed()
    {
        foreach (var to in (string[])["a@example.net", "bounce@simulator.amazonses.com", "c@example.net"])
        {
            await ses.MailAsync(to);
            await ses.Cloud.Context.Clock.AdvanceAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        }

        var first = await ses.GetAsync("outbox?limit=2");
        var second = await ses.GetAsync($"outbox?limit=2&before={first.GetProperty("next").GetString()}");

        Assert.Equal(["c@example.net", "bounce@simulator.amazonses.com"], Addresses(first));
        Assert.Equal(["a@example.net"], Addresses(second));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.StartsWith(
            "The recipient's server refused it",
            first.GetProperty("messages")[1].GetProperty("failure").GetString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search=A@EXAMPLE", "a@example.net")]
    [InlineData("kind=journey", "b@example.net")]
    [InlineData("kind=reminder&name=visit&part=P1D", "a@example.net")]
    [InlineData("search=visit", "a@example.net")]
    [InlineData("customer=bea", "b@example.net")]
    [InlineData("customer=nobody")]
    [InlineData("since=2026-03-02T09:01:00Z", "b@example.net")]
    [InlineData("until=2026-03-02T09:01:00Z", "a@example.net")]
    [InlineData("failed=true")]
    [InlineData("channel=SMS")]
    public async Task It_finds_by_what_a_message_is_of_when_it_went_and_who_got_it(string query, params string[] addresses)
    {
        await ses.LoadAsync("""{"Id":"e1","ChannelType":"EMAIL","Address":"B@example.net","User":{"UserId":"bea"}}""");
        await ses.MailAsync("a@example.net", ("reminder", "visit"), ("before", "P1D"));
        await ses.Cloud.Context.Clock.AdvanceAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        await ses.MailAsync("b@example.net", ("journey", "welcome"), ("entry", "r1"));

        Assert.Equal(addresses, Addresses(await ses.GetAsync($"outbox?{query}")));
    }

    [Fact]
    public async Task A_message_shows_its_headers_and_text_and_is_counted_with_what_it_is_of()
    {
        await ses.MailAsync("a@example.net", ("announcement", "price"), ("campaign", "all"));
        var listed = Assert.Single((await ses.GetAsync("outbox")).GetProperty("messages").EnumerateArray());

        var message = await ses.GetAsync($"outbox/{listed.GetProperty("id").GetString()}");
        var origin = Assert.Single((await ses.GetAsync("outbox/origins")).EnumerateArray());

        Assert.Equal(("Hello", "Hello in text"), (message.GetProperty("subject").GetString(), message.GetProperty("text").GetString()));
        Assert.Equal("X-Made-By", message.GetProperty("headers")[0].GetProperty("name").GetString());
        Assert.Equal(
            ("announcement", "price", "all", 1, 0),
            (origin.GetProperty("origin").GetProperty("kind").GetString(), origin.GetProperty("origin").GetProperty("name").GetString(),
                origin.GetProperty("origin").GetProperty("part").GetString(), origin.GetProperty("messages").GetInt32(),
                origin.GetProperty("failed").GetInt32()));
    }

    [Fact]
    public async Task Its_HTML_can_do_nothing_and_only_the_console_frames_it()
    {
        await ses.MailAsync("a@example.net");
        var id = (await ses.GetAsync("outbox")).GetProperty("messages")[0].GetProperty("id").GetString();

        using var html = await ses.Served.SendAsync("GET", $"/_local/outbox/{id}/html");
        using var missing = await ses.Served.SendAsync("GET", "/_local/outbox/none/html");

        Assert.Equal("<p>Hello</p>", await html.Content.ReadAsStringAsync());
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'",
            Assert.Single(html.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("SAMEORIGIN", Assert.Single(html.Headers.GetValues("X-Frame-Options")));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task On_Pinpoint_it_holds_what_was_delivered_and_what_could_not_be_rendered()
    {
        await using var served = await ServedCloud.StartAsync();
        var outbox = served.Cloud.Service<PinpointService>().Outbox;
        var now = served.Cloud.Context.Clock.GetUtcNow();
        outbox.Add(new DeliveredMessage
        {
            At = now,
            ApplicationId = "app",
            Channel = "EMAIL",
            Address = "a@example.net",
            EndpointId = "e1",
            Html = "<p>Hi</p>",
            Text = "Hi",
        });
        outbox.Add(new FailedMessage(now.AddMinutes(1), "app", "EMAIL", "e2", null, null, "The template lacks a value."));

        using var answer = await served.SendAsync("GET", "/_local/outbox");
        var messages = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("messages");

        Assert.Equal(
            ["failed-0", "delivered-0"], messages.EnumerateArray().Select(message => message.GetProperty("id").GetString()));
    }

    private static IEnumerable<string?> Addresses(JsonElement page) =>
        page.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("address").GetString());
}
