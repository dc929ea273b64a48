using System.Text.Json;
using Engagement.Local.Customers;
using Engagement.Local.Platforms;

namespace Local.Tests.Platforms;

/// <summary>What the control API shows of a stack that keeps customers, events and messages itself.</summary>
public sealed class RunningSesTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private ServedSes ses = null!;

    public async Task InitializeAsync() => ses = await ServedSes.StartAsync();

    public async Task DisposeAsync() => await ses.DisposeAsync();

    [Fact]
    public async Task Sample_customers_are_loaded_as_the_file_has_them()
    {
        var samples = LoadedFile.Read(CustomerSource.File(named: null)!, Now);
        var progress = new List<int>();

        await RunningPlatform.From(ses.Cloud).LoadAsync(samples, progress.Add, CancellationToken.None);

        Assert.Equal([100, 200], progress);
        var shown = await ses.GetAsync("customers");
        var endpoints = shown.EnumerateArray().SelectMany(customer => customer.GetProperty("endpoints").EnumerateArray()).ToList();
        Assert.Equal(
            samples.Select(sample => sample.EndpointId).Order(StringComparer.Ordinal),
            endpoints.Select(endpoint => endpoint.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        var sita = shown.EnumerateArray().Single(customer => customer.GetProperty("id").GetString() == "user-001");
        Assert.Equal("Sita", sita.GetProperty("userAttributes").GetProperty("first_name")[0].GetString());
        Assert.Equal("NP", sita.GetProperty("endpoints")[0].GetProperty("location").GetProperty("Country").GetString());
    }

    [Fact]
    public async Task An_endpoint_is_found_in_any_case_with_its_user()
    {
        await ses.LoadAsync("""{"Id":"Ada-1","ChannelType":"EMAIL","Address":"a@example.net","User":{"UserId":"ada","UserAttributes":{"tier":["gold"]}},"Metrics":{"visits":3}}""");

        var endpoint = await ses.GetAsync("endpoints/ada-1");

        Assert.Equal(("Ada-1", "ACTIVE"), (endpoint.GetProperty("id").GetString(), endpoint.GetProperty("endpointStatus").GetString()));
        Assert.Equal(("ada", "gold"), (
            endpoint.GetProperty("user").GetProperty("userId").GetString(),
            endpoint.GetProperty("user").GetProperty("userAttributes").GetProperty("tier")[0].GetString()));
        Assert.Equal(3, endpoint.GetProperty("metrics").GetProperty("visits").GetDouble());
    }

    [Fact]
    public async Task A_customer_without_user_goes_by_the_endpoint()
    {
        await ses.LoadAsync("""{"Id":"e1","ChannelType":"EMAIL","Address":"a@example.net","OptOut":"ALL"}""");

        var customer = Assert.Single((await ses.GetAsync("customers")).EnumerateArray());

        Assert.Equal("~e1", customer.GetProperty("id").GetString());
        Assert.Equal("ALL", customer.GetProperty("endpoints")[0].GetProperty("optOut").GetString());
    }

    [Fact]
    public async Task A_customer_that_breaks_a_limit_is_refused_by_its_id()
    {
        var failure = await Assert.ThrowsAsync<FormatException>(() => ses.LoadAsync("""{"Id":"e1","ChannelType":"PIGEON","Address":"a"}"""));

        Assert.StartsWith("The store refused the customer's endpoint 'e1': ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_those_that_the_archive_took()
    {
        const string Lines = """
            {"id":"r1","at":"2026-03-02T08:59:59.500Z","type":"signup","endpoint":"e1","attributes":{"plan":"pro"},"metrics":{"price":19.9}}
            {"id":"r2","at":"2026-03-02T08:59:59.700Z","type":"visit","endpoint":"E2","customer":"ada","attributes":{},"metrics":{}}

            """;
        await ses.RecordAsync(Lines);

        var events = await ses.GetAsync("events");
        var found = Assert.Single((await ses.GetAsync("events?endpoint_id=e2")).EnumerateArray());

        Assert.Equal(2, events.GetArrayLength());
        Assert.Equal(19.9, events[0].GetProperty("metrics").GetProperty("price").GetDouble());
        Assert.Equal(("r2", Now), (found.GetProperty("eventId").GetString(), found.GetProperty("recordedAt").GetDateTimeOffset()));
    }

    [Fact]
    public async Task Messages_are_those_that_were_delivered_and_the_others_say_why()
    {
        await ses.MailAsync("a@example.net", ("campaign", "1"));
        await ses.MailAsync("bounce@simulator.amazonses.com");

        var delivered = Assert.Single((await ses.GetAsync("messages")).EnumerateArray());
        var failed = Assert.Single((await ses.GetAsync("messages/failed")).EnumerateArray());

        Assert.Equal(
            ("EMAIL", "a@example.net", "Hello", "<p>Hello</p>", "1"),
            (
                delivered.GetProperty("channel").GetString(), delivered.GetProperty("address").GetString(),
                delivered.GetProperty("subject").GetString(), delivered.GetProperty("body").GetString(),
                delivered.GetProperty("tags").GetProperty("campaign").GetString()));
        Assert.Equal("The recipient's server refused it: General.", failed.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task What_the_account_may_send_is_shown_and_changed()
    {
        using var changed = await ses.Served.SendAsync(
            "POST", "/_local/email", """{"maxSendRate":14,"max24HourSend":50000}""", ("Content-Type", "application/json"));
        using var refused = await ses.Served.SendAsync("POST", "/_local/email", """{"maxSendRate":0}""", ("Content-Type", "application/json"));

        Assert.Equal((200, 400), ((int)changed.StatusCode, (int)refused.StatusCode));
        var shown = await ses.GetAsync("email");
        Assert.Equal((14, 50_000), (shown.GetProperty("maxSendRate").GetDouble(), shown.GetProperty("max24HourSend").GetDouble()));
        Assert.True(shown.GetProperty("productionAccess").GetBoolean());
    }
}
