using System.Text.Json;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>
/// A feature release, from the bus to the messages. The environment is this class's own: it moves the clock far from the machine's, which
/// functions must not notice.
/// </summary>
public sealed class MovedClockTests : IAsyncLifetime
{
    private readonly DevEnvironment environment = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));

    public async Task InitializeAsync()
    {
        await environment.InitializeAsync();
        await environment.EnableEmailAsync();
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
        Assert.All(
            await MessagesAsync(),
            message => Assert.Contains("4.2", message.GetProperty("body").ToString(), StringComparison.Ordinal));
        await environment.AdvanceAsync("P1DT23H");
        Assert.Equal(["ada", "cyd"], await ReceiversAsync());
        await environment.AdvanceAsync("PT1H");
        Assert.Equal(["ada", "ada", "cyd"], await ReceiversAsync());
    }

    /// <summary>Name in the definitions and start of each campaign that the release made.</summary>
    private async Task<IEnumerable<(string?, string?)>> CampaignsAsync()
    {
        var campaigns = (await environment.PinpointAsync(HttpMethod.Get, "campaigns")).GetProperty("Item");
        return campaigns.EnumerateArray()
            .Where(campaign => campaign.GetProperty("tags").TryGetProperty("engagement:event", out var id) && id.GetString() == "release-1")
            .Select(campaign =>
                (campaign.GetProperty("tags")
                    .GetProperty("engagement:campaign")
                    .GetString(), campaign.GetProperty("Schedule").GetProperty("StartTime").GetString()))
            .Order();
    }

    private async Task<IReadOnlyList<JsonElement>> MessagesAsync() => [.. (await environment.GetAsync("messages")).EnumerateArray()];

    private async Task<IEnumerable<string?>> ReceiversAsync() =>
        (await MessagesAsync()).Select(message => message.GetProperty("endpointId").GetString()).Order(StringComparer.Ordinal);

    private Task<JsonElement> AddCustomerAsync(string id, string tier, string language) => environment.PinpointAsync(
        HttpMethod.Put,
        $"endpoints/{id}",
        new
        {
            ChannelType = "EMAIL",
            Address = $"{id}@example.com",
            User = new
            {
                UserId = id,
                UserAttributes = new { tier = new[] { tier }, language = new[] { language }, first_name = new[] { id } },
            },
        });

    private Task ReleaseAsync(string id) => environment.PublishAsync("feature_release", id, Company.Release("4.2"));
}
