using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Platforms;
using EndToEnd.Tests.Redeploy;
using Engagement.Local.DynamoDb;
using Engagement.Local.EventBridge;
using Engagement.Local.Platforms;

namespace EndToEnd.Tests.Journeys;

/// <summary>A stack with customers who do things, and get messages for it.</summary>
internal sealed class JourneyEnvironment : IAsyncDisposable
{
    private JourneyEnvironment(DevEnvironment environment) => Environment = environment;

    public DevEnvironment Environment { get; }

    /// <param name="stack">The stack, which says the platform.</param>
    /// <param name="settings">Settings beside those of the stack.</param>
    public static Task<JourneyEnvironment> StartAsync(string stack, params (string Key, string Value)[] settings) =>
        StartAsync(stack, DevEnvironment.Beginning, settings);

    /// <param name="stack">The stack, which says the platform.</param>
    /// <param name="beginning">When the journeys are open: ten minutes after the deployment.</param>
    /// <param name="settings">Settings beside those of the stack.</param>
    public static async Task<JourneyEnvironment> StartAsync(
        string stack, DateTimeOffset beginning, params (string Key, string Value)[] settings)
    {
        var started = new JourneyEnvironment(new DevEnvironment(beginning.AddMinutes(-10), settings) { Stack = stack });
        try
        {
            await started.Environment.InitializeAsync();
            if (started.Environment.Cloud.Outputs.ContainsKey("pinpointApplicationId"))
            {
                await started.Environment.EnableEmailAsync();
            }

            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Loads customers with an e-mail address, each with its user attributes.</summary>
    public Task LoadAsync(IEnumerable<(string Id, IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes)> customers) =>
        CustomerLines.LoadAsync(
            Environment,
            customers.Select(customer => new
            {
                customer.Id,
                ChannelType = "EMAIL",
                Address = $"{customer.Id}@example.com",
                User = new { UserId = customer.Id, UserAttributes = customer.Attributes },
            }));

    /// <summary>Ends what runs each minute and each five minutes: in a month that is 50,000 times. Tests sweep.</summary>
    public async Task CalmSchedulesAsync()
    {
        const string type = "aws:cloudwatch/eventTarget:EventTarget";
        foreach (var name in (string[])["company-events-overdue-target", "sweep-due-schedule-target"])
        {
            if (Environment.Cloud.Graph.Find(type, name) is { } target)
            {
                await Environment.Cloud.Service<EventBridgeService>().Lifecycles[type].Delete(target, CancellationToken.None);
            }
        }
    }

    /// <summary>Lets time pass until an instant. Where the stack sweeps, a sweep comes a minute after each time that is due.</summary>
    public async Task PassUntilAsync(DateTimeOffset instant)
    {
        while (Sweep is not null && NextDue(await Environment.NowAsync()) is { } due && due < instant)
        {
            await AdvanceToAsync(due);
            await SweepAsync();
        }

        for (var now = await Environment.NowAsync(); now < instant; now = await Environment.NowAsync())
        {
            // In pieces, so that no request takes longer than a client waits.
            await AdvanceToAsync(now.AddDays(3) < instant ? now.AddDays(3) : instant);
        }
    }

    /// <summary>Calls the sweep, and waits until what it queued is done.</summary>
    public async Task SweepAsync()
    {
        if (Sweep is { } sweep)
        {
            await Environment.CallAsync(HttpMethod.Post, $"/2015-03-31/functions/{sweep}/invocations", "lambda", "{}");
        }

        await Environment.AdvanceAsync("PT1S");
    }

    /// <summary>Deploys the definitions as they are now, while the clock goes on.</summary>
    public async Task<Redeployment> DeployAsync()
    {
        var deploying = Redeployment.RunAsync(Environment.Http);
        while (!deploying.IsCompleted)
        {
            await Environment.AdvanceAsync("PT10S");
            await Task.WhenAny(deploying, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }

        return await deploying;
    }

    /// <summary>Moves the clock to an instant, unless it has been there.</summary>
    public async Task AdvanceToAsync(DateTimeOffset instant)
    {
        if (instant - await Environment.NowAsync() is var left && left > TimeSpan.Zero)
        {
            await Environment.AdvanceAsync(System.Xml.XmlConvert.ToString(left));
        }
    }

    /// <summary>A signed event of a customer.</summary>
    /// <param name="customer">The customer's id.</param>
    /// <param name="type">The event's type.</param>
    /// <param name="values">Attributes and metrics; a name that is both here is sent as a metric.</param>
    public async Task DoAsync(string customer, string type, params IReadOnlyList<KeyValuePair<string, string>> values)
    {
        var expires = await Environment.NowAsync() + TimeSpan.FromHours(1);
        using var response = await Environment.LoadAsync(
        [
            ("event", type), ("endpoint_id", customer), ("user_id", customer),
            .. values.DistinctBy(value => value.Key).Select(value => ($"evme_{value.Key}", value.Value)),
            ("exp", expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("sig", DevEnvironment.Sign(DevEnvironment.SigningKey, customer, customer, expires)),
        ]);
        Assert.True(response.IsSuccessStatusCode);
    }

    /// <summary>The messages that the customer truly got.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync(string customer) =>
    [
        .. (await Environment.GetAsync("messages")).EnumerateArray()
            .Where(message => message.GetProperty("address").GetString() == $"{customer}@example.com"),
    ];

    /// <summary>The whole history of a customer, in order, for a test that fails.</summary>
    public IReadOnlyList<string> HistoryOf(string customer) =>
    [
        .. Items("journeys-history").Where(item => $"{item["customer"]!["S"]}" == customer)
            .Select(item => $"{item["note"]!["S"]} {item["version"]!["S"]}").Order(StringComparer.Ordinal),
    ];

    /// <summary>What the history says that a customer got, in order.</summary>
    public IReadOnlyList<(string Template, DateTimeOffset At)> SentTo(string customer) =>
    [
        .. Items("journeys-history")
            .Where(item => $"{item["customer"]!["S"]}" == customer)
            .Where(item => $"{item["note"]!["S"]}".Split('#')[4] == "sent")
            .Select(item => (
                $"{item["template"]!["S"]}",
                DateTimeOffset.Parse($"{item["note"]!["S"]}".Split('#')[0], CultureInfo.InvariantCulture)))
            .OrderBy(message => message.Item2),
    ];

    /// <summary>The items of a table.</summary>
    public IReadOnlyList<JsonObject> Items(string table) => Environment.Cloud.Service<DynamoDbService>()
        .ItemsOf(Environment.Cloud.Graph.Find("aws:dynamodb/table:Table", table)!.Id!);

    // The sweep that comes next is a minute later at most.
    private DateTimeOffset? NextDue(DateTimeOffset now)
    {
        var due = Items("journeys-customers").Select(item => item["due"]?["S"]?.ToString()).OfType<string>().Min(StringComparer.Ordinal);
        return due is null ? null
            : DateTimeOffset.Parse(due, CultureInfo.InvariantCulture) is var at && at > now ? at.AddMinutes(1)
            : now.AddMinutes(1);
    }

    private string? Sweep => Environment.Cloud.Graph.Find("aws:lambda/function:Function", "sweep-due")?.Id;

    public ValueTask DisposeAsync() => new(Environment.DisposeAsync());
}
