using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>A feature release, from the bus to the messages. The environment is this class's own: it moves the clock far from the machine's, which functions must not notice.</summary>
public sealed class MovedClockTests : IAsyncLifetime
{
    private readonly DevEnvironment environment = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
    private string application = "";
    private string bus = "";

    public async Task InitializeAsync()
    {
        await environment.InitializeAsync();
        var outputs = await environment.GetAsync("outputs");
        application = outputs.GetProperty("pinpointApplicationId").GetString()!;
        bus = outputs.GetProperty("companyEventBus").GetString()!;
        await CallAsync(HttpMethod.Put, $"/v1/apps/{application}/channels/email", "mobiletargeting", """{"Enabled":true,"FromAddress":"shop@example.com","Identity":"arn:aws:ses:eu-west-1:000000000000:identity/example.com"}""");
        await AddCustomerAsync("ada", "premium", "en");
        await AddCustomerAsync("bob", "premium", "fr");
        await AddCustomerAsync("cyd", "standard", "fr");
        await AddCustomerAsync("dan", "free", "en");
        // The journey lets endpoints enter five minutes after its launch.
        await environment.AdvanceAsync("P3D");
    }

    public async Task DisposeAsync() => await environment.DisposeAsync();

    [Fact]
    public async Task Each_segment_gets_its_message_once_and_the_follow_up_comes_two_days_later()
    {
        await ReleaseAsync("release-1");
        await ReleaseAsync("release-1");
        await environment.AdvanceAsync("PT30M");

        Assert.Equal(
            [("premium", "IMMEDIATE"), ("premium-follow-up", "2026-12-06T09:00:00Z"), ("standard", "IMMEDIATE")],
            await CampaignsAsync());
        Assert.Equal(["ada", "cyd"], await ReceiversAsync());
        Assert.All(await MessagesAsync(), message => Assert.Contains("4.2", message.GetProperty("body").ToString(), StringComparison.Ordinal));
        await environment.AdvanceAsync("P1DT23H");
        Assert.Equal(["ada", "cyd"], await ReceiversAsync());
        await environment.AdvanceAsync("PT1H");
        Assert.Equal(["ada", "ada", "cyd"], await ReceiversAsync());
    }

    /// <summary>Name in the definitions and start of each campaign that the release made.</summary>
    private async Task<IEnumerable<(string?, string?)>> CampaignsAsync()
    {
        var campaigns = JsonDocument.Parse(await CallAsync(HttpMethod.Get, $"/v1/apps/{application}/campaigns", "mobiletargeting")).RootElement.GetProperty("Item");
        return campaigns.EnumerateArray()
            .Where(campaign => campaign.GetProperty("tags").TryGetProperty("engagement:event", out var id) && id.GetString() == "release-1")
            .Select(campaign => (campaign.GetProperty("tags").GetProperty("engagement:campaign").GetString(), campaign.GetProperty("Schedule").GetProperty("StartTime").GetString()))
            .Order();
    }

    private async Task<IReadOnlyList<JsonElement>> MessagesAsync() => [.. (await environment.GetAsync("messages")).EnumerateArray()];

    private async Task<IEnumerable<string?>> ReceiversAsync() =>
        (await MessagesAsync()).Select(message => message.GetProperty("endpointId").GetString()).Order(StringComparer.Ordinal);

    private Task<string> AddCustomerAsync(string id, string tier, string language) => CallAsync(
        HttpMethod.Put,
        $"/v1/apps/{application}/endpoints/{id}",
        "mobiletargeting",
        JsonSerializer.Serialize(new
        {
            ChannelType = "EMAIL",
            Address = $"{id}@example.com",
            User = new { UserId = id, UserAttributes = new { tier = new[] { tier }, language = new[] { language }, first_name = new[] { id } } },
        }));

    private Task<string> ReleaseAsync(string id) => CallAsync(
        HttpMethod.Post,
        "/",
        "events",
        JsonSerializer.Serialize(new
        {
            Entries = new[]
            {
                new
                {
                    EventBusName = bus,
                    Source = "release-pipeline",
                    DetailType = "feature_release",
                    Detail = JsonSerializer.Serialize(new { id, attributes = new { feature = "Maps", version = "4.2", url = "https://www.example.com/maps" } }),
                },
            },
        }),
        target: "AWSEvents.PutEvents");

    private async Task<string> CallAsync(HttpMethod method, string path, string service, string? body = null, string? target = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, target is null ? "application/json" : "application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=test/20261201/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        using var response = await environment.Http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {answer}");
        return answer;
    }
}
