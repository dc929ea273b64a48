using System.Globalization;
using System.Xml;
using EndToEnd.Tests.Redeploy;
using Engagement.Local.EventBridge;

namespace EndToEnd.Tests.Journeys;

/// <summary>Customers with e-mail addresses on Pinpoint, what they do, and what they get.</summary>
internal sealed class JourneyCustomers : IAsyncDisposable
{
    public static readonly DateTimeOffset Beginning = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

    public EditableEnvironment Editable { get; } = new(Beginning);

    public DevEnvironment Dev => Editable.Dev;

    public static async Task<JourneyCustomers> StartAsync(params string[] customers)
    {
        var started = new JourneyCustomers();
        try
        {
            JourneyDefinitions.WriteInto(started.Editable);
            await started.Dev.InitializeAsync();
            await started.CalmAsync();
            await started.Dev.EnableEmailAsync();
            await started.Dev.PinpointAsync(HttpMethod.Put, "endpoints", new { Item = customers.Select(Customer) });
            await started.PassAsync(TimeSpan.FromMinutes(10));
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await Editable.DisposeAsync();

    /// <summary>Deploys the definitions as they are now, while the clock goes on.</summary>
    public async Task<Redeployment> DeployAsync()
    {
        var deploying = Editable.DeployAsync();
        while (!deploying.IsCompleted)
        {
            await Dev.AdvanceAsync("PT10S");
            await Task.WhenAny(deploying, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }

        return await deploying;
    }

    /// <summary>Lets time pass, in pieces, so that no request takes longer than a client waits.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= TimeSpan.FromDays(3))
        {
            await Dev.AdvanceAsync(XmlConvert.ToString(left < TimeSpan.FromDays(3) ? left : TimeSpan.FromDays(3)));
        }
    }

    /// <summary>Lets time pass until an hour of a day.</summary>
    /// <param name="day">The day, from 1 for the first.</param>
    /// <param name="hour">The hour in UTC.</param>
    public async Task PassUntilAsync(int day, double hour) =>
        await PassAsync(Beginning.Date.AddDays(day - 1).AddHours(hour) - (await Dev.NowAsync()).UtcDateTime);

    /// <summary>A customer does something.</summary>
    public async Task DoAsync(string customer, string eventType, double? value = null)
    {
        var expires = await Dev.NowAsync() + TimeSpan.FromHours(1);
        using var response = await Dev.LoadAsync(
        [
            ("event", eventType),
            .. value is { } number ? [("evme_value", number.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
            .. DevEnvironment.Identity(customer, customer, expires),
        ]);
        Assert.True(response.IsSuccessStatusCode);
        await Dev.AdvanceAsync("PT1M");
    }

    /// <summary>What a customer got, such as <c>04 08 tips</c>: the day, the hour in UTC and the subject, in order.</summary>
    public async Task<IEnumerable<string>> MessagesOfAsync(string customer) =>
        (await Dev.GetAsync("messages")).EnumerateArray()
            .Where(message => message.GetProperty("endpointId").GetString() == customer)
            .Select(message => (At: message.GetProperty("at").GetDateTimeOffset(), Subject: message.GetProperty("subject").GetString()))
            .OrderBy(message => message.At)
            .Select(message => string.Create(CultureInfo.InvariantCulture, $"{message.At.UtcDateTime:dd HH} {message.Subject}"));

    // The check of overdue company events runs every five minutes, which no test here needs.
    private Task CalmAsync()
    {
        const string type = "aws:cloudwatch/eventTarget:EventTarget";
        var target = Dev.Cloud.Graph.Find(type, "company-events-overdue-target")
            ?? throw new InvalidOperationException("There is no such target any more.");
        return Dev.Cloud.Service<EventBridgeService>().Lifecycles[type].Delete(target, CancellationToken.None);
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
                ["tier"] = [id.StartsWith('p') ? "premium" : "standard"],
                ["renewed"] = [id.StartsWith('r') ? "yes" : "no"],
            },
        },
    };
}
