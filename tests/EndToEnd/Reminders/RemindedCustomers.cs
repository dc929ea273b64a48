using System.Globalization;
using System.Text.Json;
using Engagement.Local.EventBridge;

namespace EndToEnd.Tests.Reminders;

/// <summary>
/// An environment through whose month customers are reminded, across the day in spring on which clocks are set forward in Los Angeles and
/// back in Auckland. It is lived through once; tests look at what came of it.
/// </summary>
public sealed class RemindedCustomers : IAsyncLifetime
{
    private readonly DevEnvironment environment = new(new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.Zero));

    /// <summary>What went out: the customer, the time, and the message.</summary>
    public IReadOnlyList<JsonElement> Messages { get; private set; } = [];

    /// <summary>The environment at the end of the month.</summary>
    internal DevEnvironment Environment => environment;

    public async Task InitializeAsync()
    {
        await environment.InitializeAsync();
        await ForgetOverdueEventsAsync();
        await environment.EnableEmailAsync();
        await FirstDayAsync();
        await DayOfTroubleAsync();
        // Until the day after the subscription renews.
        await AdvanceToAsync(new(2026, 4, 6, 10, 0, 0, TimeSpan.Zero));
        Messages = [.. (await environment.GetAsync("messages")).EnumerateArray()];
    }

    public Task DisposeAsync() => environment.DisposeAsync();

    /// <summary>When messages went to a customer, in UTC, to the hour.</summary>
    public IEnumerable<string> HoursOf(string customer) => Messages
        .Where(message => message.GetProperty("endpointId").GetString() == customer)
        .Select(message => message.GetProperty("at").GetDateTimeOffset().UtcDateTime.ToString("MM-dd HH", CultureInfo.InvariantCulture));

    // The check of overdue company events runs every five minutes: nine thousand times in a month, which no test here needs.
    private Task ForgetOverdueEventsAsync()
    {
        const string type = "aws:cloudwatch/eventTarget:EventTarget";
        var target = environment.Cloud.Graph.Find(type, "company-events-overdue-target")
            ?? throw new InvalidOperationException("There is no such target any more.");
        return environment.Cloud.Service<EventBridgeService>().Lifecycles[type].Delete(target, CancellationToken.None);
    }

    private async Task FirstDayAsync()
    {
        await environment.PinpointAsync(HttpMethod.Put, "endpoints", new
        {
            Item = ((string[])["ada", "eve", "nia", "lee", "kim", "mia", "max", "rem", "pat", "out", "two", "try"]).Select(Customer),
        });
        await SayAsync("subscription_started", "ada", ("usat_renewal_date", "2026-04-05"), ("tz", "Europe/Berlin"));
        await SayAsync("subscription_started", "eve", ("usat_renewal_date", "2026-04-05"), ("tz", "Europe/Berlin"));
        await BookAsync("lee", "2026-03-08T09:00", "America/Los_Angeles");
        await BookAsync("kim", "2026-03-09T11:00", "Asia/Kathmandu");
        await BookAsync("nia", "2026-04-05T10:00", "Pacific/Auckland");
        await BookAsync("mia", "2026-03-07T20:00Z", "Europe/Berlin");
        await BookAsync("max", "2026-03-14T12:00Z", "Europe/Berlin");
        await BookAsync("rem", "2026-03-10T12:00Z", "Europe/Berlin");
        await BookAsync("pat", "2026-03-05T12:00Z", "Europe/Berlin");
        await environment.AdvanceAsync("PT1M");
    }

    private async Task DayOfTroubleAsync()
    {
        await AdvanceToAsync(new(2026, 3, 7, 19, 30, 0, TimeSpan.Zero));
        await BookAsync("mia", "2026-03-08T12:00Z", "Europe/Berlin");
        await BookAsync("max", "2026-03-10T12:00Z", "Europe/Berlin");
        await BookAsync("rem", "none", "Europe/Berlin");

        // Three hours in which nothing moves: the functions fail, and so do their repetitions.
        await BookAsync("out", "2026-03-09T01:30Z", "Europe/Berlin");
        await BookAsync("two", "2026-03-09T04:30Z", "Europe/Berlin");
        await BookAsync("try", "2026-03-09T05:30Z", "Europe/Berlin");
        await AdvanceToAsync(new(2026, 3, 7, 23, 30, 0, TimeSpan.Zero));
        await environment.DisturbAsync(new { service = "pinpoint", operation = "UpdateSegment", error = "InternalServerErrorException" });
        await AdvanceToAsync(new(2026, 3, 8, 2, 30, 0, TimeSpan.Zero));
        await environment.CalmAsync();
        await AdvanceToAsync(new(2026, 3, 8, 4, 2, 0, TimeSpan.Zero));

        // The hour fires again, twice, and then one whose first two attempts fail.
        await SlideAsync("2026-03-08T04:00:00Z");
        await SlideAsync("2026-03-08T04:00:00Z");
        await environment.DisturbAsync(
            new { service = "pinpoint", operation = "UpdateSegment", error = "InternalServerErrorException", count = 2 });
        await AdvanceToAsync(new(2026, 3, 8, 6, 30, 0, TimeSpan.Zero));
    }

    private async Task AdvanceToAsync(DateTimeOffset until)
    {
        // In pieces, so that no request takes longer than a client waits.
        for (var left = until - await environment.NowAsync(); left > TimeSpan.Zero; left = until - await environment.NowAsync())
        {
            await environment.AdvanceAsync(System.Xml.XmlConvert.ToString(left < TimeSpan.FromDays(3) ? left : TimeSpan.FromDays(3)));
        }
    }

    private Task BookAsync(string customer, string date, string zone) =>
        SayAsync("appointment_booked", customer, ("usat_appointment_at", date), ("tz", zone));

    private async Task SayAsync(string eventType, string customer, params (string Name, string Value)[] parameters)
    {
        var expires = await environment.NowAsync() + TimeSpan.FromHours(1);
        using var response = await environment.LoadAsync(
            [("event", eventType), .. parameters, .. DevEnvironment.Identity(customer, customer, expires)]);
        Assert.True(response.IsSuccessStatusCode);
    }

    private static object Customer(string id) => new
    {
        Id = id,
        ChannelType = "EMAIL",
        Address = $"{id}@example.com",
        User = new
        {
            UserId = id,
            UserAttributes = new Dictionary<string, string[]>
            {
                ["first_name"] = [$"{char.ToUpperInvariant(id[0])}{id[1..]}"],
                ["renewed"] = [id == "eve" ? "yes" : "no"],
            },
        },
    };

    private async Task SlideAsync(string time)
    {
        var function = (await environment.GetAsync("resources"))
            .EnumerateArray()
            .First(resource =>
                resource.GetProperty("name").GetString() == "slide-reminders"
                    && resource.GetProperty("type").GetString() == "aws:lambda/function:Function");
        await environment.CallAsync(
            HttpMethod.Post,
            $"/2015-03-31/functions/{function.GetProperty("id").GetString()}/invocations",
            "lambda",
            JsonSerializer.Serialize(new { time }));
    }
}
