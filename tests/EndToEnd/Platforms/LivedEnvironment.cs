using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Local.Customers;
using Engagement.Local.EventBridge;
using Engagement.Local.Platforms;

namespace EndToEnd.Tests.Platforms;

/// <summary>
/// A stack with the sample customers, whichever platform it stands on. The same happens to it on each: pixels, company events by every way,
/// and days of reminders.
/// </summary>
internal sealed partial class LivedEnvironment : IAsyncDisposable
{
    // A day before the announcement of definitions/announcements.yaml that goes out by its date.
    private static readonly DateTimeOffset Beginning = new(2027, 2, 28, 8, 0, 0, TimeSpan.Zero);

    private readonly DevEnvironment environment;

    private LivedEnvironment(DevEnvironment environment) => this.environment = environment;

    /// <summary>The environment.</summary>
    public DevEnvironment Environment => environment;

    /// <param name="stack">The stack, which says the platform.</param>
    public static async Task<LivedEnvironment> StartAsync(string stack)
    {
        var lived = new LivedEnvironment(new DevEnvironment(Beginning) { Stack = stack });
        try
        {
            await lived.environment.InitializeAsync();
            await lived.PrepareAsync();
            return lived;
        }
        catch
        {
            await lived.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await environment.DisposeAsync();

    /// <summary>Signed pixels that set dates, and one of a visitor who is not known.</summary>
    public async Task VisitAsync()
    {
        foreach (var number in Enumerable.Range(1, 20))
        {
            var customer = number.ToString("000", CultureInfo.InvariantCulture);
            var (name, days) = number % 2 == 0 ? ("usat_renewal_date", 2 + number) : ("usat_appointment_at", 1 + (number / 8));
            await SayAsync(
                number % 2 == 0 ? "subscription_started" : "appointment_booked",
                $"customer-{customer}",
                $"user-{customer}",
                (name, Beginning.AddDays(days).ToString("yyyy-MM-dd'T'15:30", CultureInfo.InvariantCulture)),
                ("tz", "Europe/Berlin"));
        }

        using var visitor = await environment.LoadAsync(("event", "newsletter_signup"), ("endpoint_id", "visitor-1"));
        Assert.True(visitor.IsSuccessStatusCode);
        await environment.AdvanceAsync("PT5M");
    }

    /// <summary>Events of the whole company, by the bus.</summary>
    public async Task AnnounceAsync()
    {
        object release = new { feature = "Maps", version = "4.2", url = "https://www.example.com/maps" };
        await environment.PutEventAsync("release-pipeline", "feature_release", new { id = "release-1", attributes = release });
        object update = new { starts_at = "Sunday, 22:00 UTC", duration = "two hours", url = "https://status.example.com" };
        await environment.PutEventAsync("release-pipeline", "system_update", new { id = "update-1", attributes = update });
        await environment.AdvanceAsync("PT30M");
    }

    /// <summary>Lets days pass.</summary>
    /// <param name="days">How many.</param>
    public async Task LiveAsync(int days)
    {
        var sweep = await CalmSchedulesAsync();
        for (var hour = 0; hour < days * 24; hour++)
        {
            await environment.AdvanceAsync("PT1H");
            if (sweep is not null)
            {
                await environment.CallAsync(HttpMethod.Post, $"/2015-03-31/functions/{sweep}/invocations", "lambda", "{}");
                await environment.AdvanceAsync("PT1S");
            }
        }
    }

    /// <summary>
    /// What was sent: the address, the day, and what it says; in an order of its own. One platform adds a link by which customers
    /// unsubscribe, which is left out here.
    /// </summary>
    public async Task<IReadOnlyList<(string Address, string Day, string Subject, string Body)>> MessagesAsync() =>
    [
        .. (await environment.GetAsync("messages")).EnumerateArray().Select(message => (
                message.GetProperty("address").GetString()!,
                message.GetProperty("at").GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                message.GetProperty("subject").GetString()!,
                Notice().Replace(message.GetProperty("body").ToString(), "")))
            .Order(),
    ];

    /// <summary>Values of a user attribute, by customer.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AttributeAsync(string name) =>
        (await environment.GetAsync("customers")).EnumerateArray()
            .Select(customer => (
                Id: customer.GetProperty("id").GetString()!,
                Values: customer.GetProperty("userAttributes").TryGetProperty(name, out var values) ? values.ToString() : null))
            .Where(customer => customer.Values is not null)
            .ToDictionary(customer => customer.Id, customer => customer.Values!, StringComparer.Ordinal);

    private async Task PrepareAsync()
    {
        if (environment.Cloud.Outputs.ContainsKey("pinpointApplicationId"))
        {
            await environment.EnableEmailAsync();
        }

        // The first hour of reminders has begun on both: one begins it with the deployment, the other with the clock.
        await environment.AdvanceAsync("PT1H5M");
        await RunningPlatform.From(environment.Cloud).LoadAsync(
            LoadedFile.Read(CustomerSource.File(named: null)!, Beginning), _ => { }, CancellationToken.None);
        // Journeys let customers in five minutes after their launch.
        await environment.AdvanceAsync("PT10M");
    }

    private async Task SayAsync(string eventType, string endpoint, string user, params (string Name, string Value)[] parameters)
    {
        var expires = await environment.NowAsync() + TimeSpan.FromHours(1);
        using var response = await environment.LoadAsync(
        [
            ("event", eventType), ("endpoint_id", endpoint), ("user_id", user), .. parameters,
            ("exp", expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("sig", DevEnvironment.Sign(DevEnvironment.SigningKey, endpoint, user, expires)),
        ]);
        Assert.True(response.IsSuccessStatusCode);
    }

    // What runs each minute and each five minutes runs 50,000 times in a month. Here the sweep is called by the hour.
    private async Task<string?> CalmSchedulesAsync()
    {
        const string type = "aws:cloudwatch/eventTarget:EventTarget";
        foreach (var name in (string[])["company-events-overdue-target", "sweep-due-schedule-target"])
        {
            if (environment.Cloud.Graph.Find(type, name) is { } target)
            {
                await environment.Cloud.Service<EventBridgeService>().Lifecycles[type].Delete(target, CancellationToken.None);
            }
        }

        return (await environment.GetAsync("resources")).EnumerateArray()
            .Where(resource => resource.GetProperty("name").GetString() == "sweep-due")
            .Where(resource => resource.GetProperty("type").GetString() == "aws:lambda/function:Function")
            .Select(resource => resource.GetProperty("id").GetString())
            .SingleOrDefault();
    }

    [GeneratedRegex("<p><a href=\"[^\"]*/unsubscribe\\?t=[^\"]*\">[^<]*</a></p>")]
    private static partial Regex Notice();
}
