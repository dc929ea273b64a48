using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Engagement.CompanyEvents;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>An environment with customers, told of the company's events by the bus and by the route. Everything goes over HTTP.</summary>
internal sealed class Company : IAsyncDisposable
{
    private const int BatchSize = 100;

    private string application = "";
    private string route = "";
    private string ledger = "";

    private Company(DevEnvironment environment) => Environment = environment;

    public DevEnvironment Environment { get; }

    /// <summary>What a feature release says.</summary>
    public static object Release(string version) => new { feature = "Maps", version, url = "https://www.example.com/maps" };

    /// <summary>Starts an environment that sends e-mail.</summary>
    /// <param name="settings">Settings beside those of <c>dev</c>.</param>
    public static Task<Company> StartAsync(params (string Key, string Value)[] settings) =>
        StartAsync(new DevEnvironment(DevEnvironment.Beginning, settings));

    /// <summary>Starts that environment, and lets it send e-mail.</summary>
    public static async Task<Company> StartAsync(DevEnvironment environment)
    {
        var company = new Company(environment);
        try
        {
            await company.Environment.InitializeAsync();
            await company.PrepareAsync();
            return company;
        }
        catch
        {
            await company.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await Environment.DisposeAsync();

    /// <summary>Adds customers, 100 a call, at the pace that Pinpoint takes.</summary>
    public async Task AddAsync(params IReadOnlyList<Customer> customers)
    {
        foreach (var (index, batch) in customers.Chunk(BatchSize).Index())
        {
            if (index > 0)
            {
                await Environment.AdvanceAsync("PT0.5S");
            }

            await Environment.CallAsync(
                HttpMethod.Put,
                $"/v1/apps/{application}/endpoints",
                "mobiletargeting",
                JsonSerializer.Serialize(new { Item = batch.Select(customer => customer.Endpoint) }));
        }
    }

    /// <summary>Waits until the journeys let anybody in: five minutes after their launch.</summary>
    public Task OpenAsync() => Environment.AdvanceAsync("PT10M");

    /// <summary>Puts an event on the bus.</summary>
    public Task PutOnBusAsync(string announcement, string? id, object attributes) =>
        Environment.PutEventAsync("release-pipeline", announcement, id is null ? new { attributes } : new { id, attributes });

    /// <summary>Posts an event to the route.</summary>
    public Task<Answer> PostAsync(string announcement, string id, object attributes) =>
        PostAsync(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["event"] = announcement,
            ["id"] = id,
            ["attributes"] = attributes,
        }));

    /// <summary>Posts to the route.</summary>
    /// <param name="body">What is sent.</param>
    /// <param name="accessKey">Whose signature; null sends none.</param>
    /// <param name="contentType">What the body is said to be.</param>
    public async Task<Answer> PostAsync(string body, string? accessKey = AwsApi.OwnKey, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(route));
        request.Content = new StringContent(body, Encoding.UTF8);
        request.Content.Headers.ContentType = new(contentType);
        if (accessKey is not null)
        {
            request.SignFor("execute-api", accessKey);
        }

        using var response = await Environment.Http.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>An access key of a role that may do what the policy says.</summary>
    public async Task<string> AccessKeyAsync(string role, object policy)
    {
        using var content = JsonContent.Create(new { role, policy }, options: JsonSerializerOptions.Default);
        using var response = await Environment.Http.PostAsync(new Uri("_local/credentials", UriKind.Relative), content);
        var credentials = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, credentials.GetRawText());
        return credentials.GetProperty("accessKeyId").GetString()!;
    }

    /// <summary>All that was sent so far.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync() => [.. (await Environment.GetAsync("messages")).EnumerateArray()];

    /// <summary>Who got a message that shows a text, in alphabetical order, each as often as there are messages.</summary>
    public async Task<IReadOnlyList<string>> ReceiversAsync(string shown) =>
    [
        .. (await MessagesAsync())
            .Where(message => message.GetProperty("body").ToString().Contains(shown, StringComparison.Ordinal))
            .Select(message => message.GetProperty("endpointId").GetString()!)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Names of the campaigns that Pinpoint has, the stack's own left out.</summary>
    public async Task<IReadOnlyList<string>> CampaignsOfAsync(string eventId)
    {
        var page = await Environment.CallAsync(HttpMethod.Get, $"/v1/apps/{application}/campaigns?page-size=100", "mobiletargeting");
        return
        [
            .. page.GetProperty("Item")
                .EnumerateArray()
                .Select(campaign => campaign.GetProperty("Name").GetString()!)
                .Where(name => name.Contains(eventId, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>An event's item in the ledger, in DynamoDB's JSON; undefined where there is none.</summary>
    public async Task<JsonElement> LedgerItemAsync(string eventId)
    {
        var key = new { id = new { S = eventId } };
        var answer = await Environment.CallAsync(
            HttpMethod.Post,
            "/",
            "dynamodb",
            JsonSerializer.Serialize(new { TableName = ledger, ConsistentRead = true, Key = key }),
            "DynamoDB_20120810.GetItem");
        return answer.TryGetProperty("Item", out var item) ? item : default;
    }

    /// <summary>What the ledger says of one campaign of an event: its members, by name; none where it says nothing.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> RecordAsync(string eventId, string campaign)
    {
        var item = await LedgerItemAsync(eventId);
        return item.ValueKind == JsonValueKind.Object
            && item.GetProperty("campaigns").GetProperty("M").TryGetProperty(campaign, out var record)
            ? record.GetProperty("M")
                .EnumerateObject()
                .ToDictionary(member => member.Name, member => member.Value.EnumerateObject().Single().Value.GetString())
            : new Dictionary<string, string?>();
    }

    /// <summary>What the topic of failures was told so far.</summary>
    public async Task<IReadOnlyList<JsonElement>> FailuresAsync()
    {
        var topic = (await Environment.GetAsync("outputs")).GetProperty("companyEventFailures").GetString();
        return [.. (await Environment.GetAsync("notifications")).EnumerateArray()
            .Where(notification => notification.GetProperty("topicArn").GetString() == topic)
            .Select(notification => JsonElement.Parse(notification.GetProperty("message").GetString()!))];
    }

    /// <summary>A user attribute of a customer; null where it is not set.</summary>
    public async Task<string?> AttributeAsync(string customer, string name)
    {
        var endpoint = await Environment.CallAsync(HttpMethod.Get, $"/v1/apps/{application}/endpoints/{customer}", "mobiletargeting");
        return endpoint.TryGetProperty("User", out var user)
            && user.TryGetProperty("UserAttributes", out var attributes)
            && attributes.TryGetProperty(name, out var values)
            ? values[0].GetString()
            : null;
    }

    /// <summary>Those of the customers whose user attribute has a value, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> WithAttributeAsync(IReadOnlyList<Customer> customers, string name, string value)
    {
        var found = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(customers, async (customer, _) =>
        {
            if (await AttributeAsync(customer.Id, name) == value)
            {
                found.Add(customer.Id);
            }
        });
        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>The latest calls that a function's role made of others than its log and its queue.</summary>
    public async Task<IReadOnlyList<string>> CallsOfAsync(string role) =>
    [
        .. (await Environment.GetAsync("calls")).EnumerateArray()
            .Where(call => call.GetProperty("principal").GetString()!.Contains($":role/{role}", StringComparison.Ordinal))
            .Where(call => call.GetProperty("service").GetString() is not ("logs" or "sqs"))
            .Select(call => $"{call.GetProperty("service").GetString()} {call.GetProperty("operation").GetString()}"),
    ];

    /// <summary>The application's journeys as Pinpoint shows them, the oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> JourneysAsync() =>
    [
        .. (await Environment.CallAsync(HttpMethod.Get, $"/v1/apps/{application}/journeys?page-size=100", "mobiletargeting"))
            .GetProperty("Item")
            .EnumerateArray()
            .OrderBy(journey => journey.GetProperty("CreationDate").GetString(), StringComparer.Ordinal),
    ];

    /// <summary>Pauses a journey, as a person would in the console.</summary>
    public Task PauseAsync(string journeyId) => SetStateAsync(journeyId, "PAUSED");

    /// <summary>Opens a journey again that is paused.</summary>
    public Task ResumeAsync(string journeyId) => SetStateAsync(journeyId, "ACTIVE");

    private Task<JsonElement> SetStateAsync(string journeyId, string state) =>
        Environment.CallAsync(
            HttpMethod.Put,
            $"/v1/apps/{application}/journeys/{journeyId}/state",
            "mobiletargeting",
            JsonSerializer.Serialize(new { State = state }));

    /// <summary>Names of the e-mail templates.</summary>
    public async Task<IReadOnlyList<string>> TemplatesAsync() =>
        [
            .. (await Environment.CallAsync(HttpMethod.Get, "/v1/templates?page-size=100", "mobiletargeting"))
                .GetProperty("Item")
                .EnumerateArray()
                .Select(template => template.GetProperty("TemplateName").GetString()!),
        ];

    private async Task PrepareAsync()
    {
        var outputs = await Environment.GetAsync("outputs");
        application = outputs.GetProperty("pinpointApplicationId").GetString()!;
        route = outputs.GetProperty("companyEventsUrl").GetString()!;
        ledger = (await Environment.GetAsync("resources")).EnumerateArray()
            .Single(resource =>
                resource.GetProperty("name").GetString() == "company-events-ledger"
                    && resource.GetProperty("type").GetString() == "aws:dynamodb/table:Table")
            .GetProperty("id").GetString()!;
        await Environment.EnableEmailAsync();
    }

    /// <summary>What the route answers.</summary>
    internal sealed record Answer(int Status, JsonElement Body);
}
