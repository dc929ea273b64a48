using System.Text.Json;
using EndToEnd.Tests.CompanyEvents;

namespace EndToEnd.Tests.Platforms;

/// <summary>An announcement by night: customers get it when their hours begin, and no more of marketing than the limit allows.</summary>
public sealed class HeldAnnouncementTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Night = new(2026, 12, 1, 5, 50, 0, TimeSpan.Zero);

    private readonly DefinitionsFolder definitions = new();
    private readonly DevEnvironment environment;

    public HeldAnnouncementTests()
    {
        definitions.Replace("journeys.yaml", "limits: {", "between: 09:00-20:00\nlimits: {");
        environment = new(Night, ("definitions:directory", definitions.Path)) { Stack = "ses" };
    }

    public async Task InitializeAsync()
    {
        await environment.InitializeAsync();
        await CustomerLines.LoadAsync(
            environment,
            [
                Endpoint("tokyo", "Asia/Tokyo"), Endpoint("berlin", "Europe/Berlin"), Endpoint("nobody", zone: null),
                Endpoint("york", "America/New_York"), Endpoint("leaver", "America/New_York"),
            ]);
    }

    public Task DisposeAsync() => environment.DisposeAsync();

    public void Dispose() => definitions.Dispose();

    [Fact]
    public async Task Each_customer_gets_it_in_the_own_hours_and_at_most_two_of_marketing_a_day()
    {
        await AnnounceAsync("feature_release", "first", Company.Release("first"));
        Assert.Equal(["tokyo"], await ReceiversAsync("first"));
        Assert.Equal(4, await environment.MetricAsync("MessagesHeld"));

        // What is transactional comes by night.
        await AnnounceAsync("system_update", "update", SystemUpdateTests.Update("update"));
        Assert.Equal(["berlin", "leaver", "nobody", "tokyo", "york"], await ReceiversAsync("update"));

        // Customers without a zone have that of the plan, Berlin's: it is five to nine there, and then a few minutes past.
        await AdvanceToAsync(hour: 7, minute: 55);
        Assert.Equal(["tokyo"], await ReceiversAsync("first"));
        await AdvanceToAsync(hour: 8, minute: 3);
        Assert.Equal(["berlin", "nobody", "tokyo"], await ReceiversAsync("first"));

        await CustomerLines.LoadAsync(environment, [Endpoint("leaver", "America/New_York", optOut: "ALL")]);
        await AnnounceAsync("feature_release", "second", Company.Release("second"));
        await AnnounceAsync("feature_release", "third", Company.Release("third"));
        await AdvanceToAsync(hour: 14, minute: 10);
        Assert.Equal(0, await environment.MetricAsync("MessagesUnknown"));
        foreach (var customer in (string[])["berlin", "nobody", "tokyo", "york"])
        {
            Assert.Equal(2, await CountAsync(customer));
        }

        Assert.Equal(4, await environment.MetricAsync("CustomersLeftOut", ("Reason", "limit")));
        // Two campaigns of each event; the follow-up of a release is days away.
        Assert.Equal(8, await environment.MetricAsync("RunsCompleted"));
        Assert.Equal(0, await environment.MetricAsync("Errors"));
    }

    private async Task AnnounceAsync(string announcement, string id, object attributes)
    {
        await environment.PutEventAsync("operations", announcement, new { id, attributes });
        await environment.AdvanceAsync("PT5M");
    }

    private async Task AdvanceToAsync(int hour, int minute)
    {
        var left = Night.Date.AddHours(hour).AddMinutes(minute) - (await environment.NowAsync()).UtcDateTime;
        await environment.AdvanceAsync(System.Xml.XmlConvert.ToString(left));
    }

    private async Task<IReadOnlyList<string>> ReceiversAsync(string mark) =>
        [.. (await MessagesAsync()).Where(message => Says(message, mark)).Select(Receiver).Order(StringComparer.Ordinal)];

    private async Task<int> CountAsync(string customer) => (await MessagesAsync()).Count(
        message => Receiver(message) == customer && !Says(message, "update"));

    private async Task<IReadOnlyList<JsonElement>> MessagesAsync() => [.. (await environment.GetAsync("messages")).EnumerateArray()];

    private static bool Says(JsonElement message, string mark) =>
        message.GetProperty("body").ToString().Contains(mark, StringComparison.Ordinal);

    private static string Receiver(JsonElement message) => message.GetProperty("address").GetString()!.Split('@')[0];

    private static object Endpoint(string id, string? zone, string optOut = "NONE") => new
    {
        Id = id,
        ChannelType = "EMAIL",
        Address = $"{id}@example.com",
        OptOut = optOut,
        User = new
        {
            UserId = id,
            UserAttributes = new Dictionary<string, string[]>
            {
                ["tier"] = ["standard"],
                ["language"] = ["en"],
                ["tz"] = zone is null ? [] : [zone],
            },
        },
    };
}
