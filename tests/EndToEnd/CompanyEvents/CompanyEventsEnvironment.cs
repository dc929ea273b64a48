using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>An environment with an e-mail channel and four customers, and what tests of company events do with it.</summary>
public sealed class CompanyEventsEnvironment : IAsyncLifetime
{
    private readonly DevEnvironment environment;
    private string application = "";
    private string bus = "";

    public CompanyEventsEnvironment()
        : this([])
    {
    }

    /// <param name="settings">Settings beside those of <c>dev</c>.</param>
    // Functions run by the machine's own clock, and what they schedule is compared with the environment's.
    internal CompanyEventsEnvironment(params (string Key, string Value)[] settings) => environment = new(TimeProvider.System.GetUtcNow(), settings);

    public DevEnvironment Dev => environment;

    /// <summary>Name of the ledger's table.</summary>
    public string Ledger { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await environment.InitializeAsync();
        var outputs = await environment.GetAsync("outputs");
        application = outputs.GetProperty("pinpointApplicationId").GetString()!;
        bus = outputs.GetProperty("companyEventBus").GetString()!;
        Ledger = (await environment.GetAsync("resources")).EnumerateArray()
            .Single(resource => resource.GetProperty("type").GetString() == "aws:dynamodb/table:Table").GetProperty("id").GetString()!;
        await CallAsync(HttpMethod.Put, $"/v1/apps/{application}/channels/email", "mobiletargeting", """{"Enabled":true,"FromAddress":"shop@example.com","Identity":"arn:aws:ses:eu-west-1:000000000000:identity/example.com"}""");
        await AddCustomerAsync("ada", "premium", "en");
        await AddCustomerAsync("bob", "premium", "fr");
        await AddCustomerAsync("cyd", "standard", "fr");
        await AddCustomerAsync("dan", "free", "en");
        // The journey lets endpoints enter five minutes after its launch.
        await environment.AdvanceAsync("PT10M");
    }

    public async Task DisposeAsync() => await environment.DisposeAsync();

    public Task AddCustomerAsync(string id, string tier, string language) => CallAsync(
        HttpMethod.Put,
        $"/v1/apps/{application}/endpoints/{id}",
        "mobiletargeting",
        JsonSerializer.Serialize(new
        {
            ChannelType = "EMAIL",
            Address = $"{id}@example.com",
            User = new { UserId = id, UserAttributes = new { tier = new[] { tier }, language = new[] { language }, first_name = new[] { id } } },
        }));

    /// <summary>Puts an event on the bus, as the company's own systems do.</summary>
    public Task AnnounceAsync(string announcement, object detail, string source = "operations") => CallAsync(
        HttpMethod.Post,
        "/",
        "events",
        JsonSerializer.Serialize(new { Entries = new[] { new { EventBusName = bus, Source = source, DetailType = announcement, Detail = JsonSerializer.Serialize(detail) } } }),
        "AWSEvents.PutEvents");

    /// <summary>An update of the service, with the attributes that the shipped definitions ask for.</summary>
    public Task UpdateSystemAsync(string id) =>
        AnnounceAsync("system_update", new { id, attributes = new { starts_at = "Sunday, 3:00", duration = "two hours", url = "https://status.example.com" } });

    /// <summary>A feature release, with the attributes that the shipped definitions ask for.</summary>
    public Task ReleaseFeatureAsync(string id) =>
        AnnounceAsync("feature_release", new { id, attributes = new { feature = "Maps", version = "4.2", url = "https://www.example.com/maps" } });

    /// <summary>Everything sent so far.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync() => [.. (await environment.GetAsync("messages")).EnumerateArray()];

    /// <summary>Who got something so far: once for each message, in order of name.</summary>
    public async Task<IReadOnlyList<string>> ReceiversAsync() =>
        [.. (await MessagesAsync()).Select(message => message.GetProperty("endpointId").GetString()!).Order(StringComparer.Ordinal)];

    /// <summary>An event's item in the ledger; undefined where there is none.</summary>
    public async Task<JsonElement> LedgerItemAsync(string id)
    {
        var answer = await CallAsync(HttpMethod.Post, "/", "dynamodb", JsonSerializer.Serialize(new { TableName = Ledger, ConsistentRead = true, Key = new { id = new { S = id } } }), "DynamoDB_20120810.GetItem");
        return answer.TryGetProperty("Item", out var item) ? item : default;
    }

    /// <summary>A member of what the ledger says of one campaign.</summary>
    public async Task<string?> CampaignAsync(string id, string campaign, string member) =>
        (await LedgerItemAsync(id)).GetProperty("campaigns").GetProperty("M").TryGetProperty(campaign, out var record) && record.GetProperty("M").TryGetProperty(member, out var value)
            ? value.EnumerateObject().Single().Value.GetString()
            : null;

    /// <summary>Campaigns in Pinpoint, by name.</summary>
    public async Task<IReadOnlyList<string>> CampaignNamesAsync()
    {
        var answer = await CallAsync(HttpMethod.Get, $"/v1/apps/{application}/campaigns?page-size=100", "mobiletargeting", "");
        return [.. answer.GetProperty("Item").EnumerateArray().Select(campaign => campaign.GetProperty("Name").GetString()!).Order(StringComparer.Ordinal)];
    }

    /// <summary>A signed call of an AWS API.</summary>
    public async Task<JsonElement> CallAsync(HttpMethod method, string path, string service, string body, string? target = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, target is null ? "application/json" : "application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=test/20261201/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        using var response = await environment.Http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {answer}");
        return answer.Length == 0 ? default : JsonElement.Parse(answer);
    }
}
