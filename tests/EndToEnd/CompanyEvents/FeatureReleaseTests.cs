using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>A feature release, from the bus to the messages. The environment is this class's own: it moves the clock by days.</summary>
public sealed class FeatureReleaseTests : IAsyncLifetime
{
    private readonly DevEnvironment environment = new(TimeProvider.System.GetUtcNow());
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
        await environment.AdvanceAsync("PT10M");
    }

    public async Task DisposeAsync() => await environment.DisposeAsync();

    [Fact]
    public async Task Each_segment_gets_its_message_once_and_the_follow_up_comes_two_days_later()
    {
        await ReleaseAsync("release-1");
        await ReleaseAsync("release-1");
        await environment.AdvanceAsync("PT30M");

        Assert.Equal(["ada", "cyd"], await ReceiversAsync());
        Assert.All(await MessagesAsync(), message => Assert.Contains("4.2", message.GetProperty("body").ToString(), StringComparison.Ordinal));
        await environment.AdvanceAsync("P3D");
        Assert.Equal(["ada", "ada", "cyd"], await ReceiversAsync());
    }

    private async Task<IReadOnlyList<JsonElement>> MessagesAsync() => [.. (await environment.GetAsync("messages")).EnumerateArray()];

    private async Task<IEnumerable<string?>> ReceiversAsync() =>
        (await MessagesAsync()).Select(message => message.GetProperty("endpointId").GetString()).Order(StringComparer.Ordinal);

    private Task AddCustomerAsync(string id, string tier, string language) => CallAsync(
        HttpMethod.Put,
        $"/v1/apps/{application}/endpoints/{id}",
        "mobiletargeting",
        JsonSerializer.Serialize(new
        {
            ChannelType = "EMAIL",
            Address = $"{id}@example.com",
            User = new { UserId = id, UserAttributes = new { tier = new[] { tier }, language = new[] { language }, first_name = new[] { id } } },
        }));

    private Task ReleaseAsync(string id) => CallAsync(
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

    private async Task CallAsync(HttpMethod method, string path, string service, string body, string? target = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, target is null ? "application/json" : "application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=test/20261201/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        using var response = await environment.Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {await response.Content.ReadAsStringAsync()}");
    }
}
