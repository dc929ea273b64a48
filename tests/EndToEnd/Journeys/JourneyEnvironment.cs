using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb;
using Engagement.Local.Platforms;

namespace EndToEnd.Tests.Journeys;

/// <summary>A stack with customers who do things, and get messages for it.</summary>
internal sealed class JourneyEnvironment : IAsyncDisposable
{
    private JourneyEnvironment(DevEnvironment environment) => Environment = environment;

    public DevEnvironment Environment { get; }

    /// <param name="stack">The stack, which says the platform.</param>
    /// <param name="settings">Settings beside those of the stack.</param>
    public static async Task<JourneyEnvironment> StartAsync(string stack, params (string Key, string Value)[] settings)
    {
        var started = new JourneyEnvironment(new DevEnvironment(DevEnvironment.Beginning, settings) { Stack = stack });
        try
        {
            await started.Environment.InitializeAsync();
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Loads customers with an e-mail address and a tier.</summary>
    public Task LoadAsync(params IEnumerable<(string Id, string Tier)> customers) => RunningPlatform.From(Environment.Cloud).LoadAsync(
        [
            .. customers.Select(customer => JsonSerializer.SerializeToNode(new
            {
                customer.Id,
                ChannelType = "EMAIL",
                Address = $"{customer.Id}@example.com",
                User = new { UserId = customer.Id, UserAttributes = new { tier = new[] { customer.Tier }, tz = new[] { "Europe/Berlin" } } },
            })!.AsObject()),
        ],
        _ => { },
        CancellationToken.None);

    /// <summary>A signed event of a customer, which is signed in.</summary>
    public async Task DoAsync(string customer, string type, params (string Name, string Value)[] parameters)
    {
        var expires = await Environment.NowAsync() + TimeSpan.FromHours(1);
        using var response = await Environment.LoadAsync(
        [
            ("event", type), ("endpoint_id", customer), ("user_id", customer), .. parameters,
            ("exp", expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("sig", DevEnvironment.Sign(DevEnvironment.SigningKey, customer, customer, expires)),
        ]);
        Assert.True(response.IsSuccessStatusCode);
    }

    /// <summary>The subjects of the messages to a customer with the minutes at which they came, in their order.</summary>
    public async Task<IReadOnlyList<(string At, string Subject)>> MessagesAsync(string customer) =>
    [
        .. (await Environment.GetAsync("messages")).EnumerateArray()
            .Where(message => message.GetProperty("address").GetString() == $"{customer}@example.com")
            .Select(message => (
                message.GetProperty("at").GetDateTimeOffset().UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture),
                message.GetProperty("subject").GetString()!)),
    ];

    /// <summary>The items of a table.</summary>
    public IReadOnlyList<JsonObject> Items(string table) => Environment.Cloud.Service<DynamoDbService>()
        .ItemsOf(Environment.Cloud.Graph.Find("aws:dynamodb/table:Table", table)!.Id!);

    public ValueTask DisposeAsync() => new(Environment.DisposeAsync());
}
