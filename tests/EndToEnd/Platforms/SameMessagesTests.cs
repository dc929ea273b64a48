using System.Globalization;
using Engagement;

namespace EndToEnd.Tests.Platforms;

/// <summary>The same definitions and the same customers on both platforms: one word of the configuration is another.</summary>
public sealed class SameMessagesTests
{
    /// <summary>
    /// 2 unless the environment asks for more: every announcement has gone out by then, and reminders of both kinds.
    /// </summary>
    private static readonly int Days = int.Parse(
        Environment.GetEnvironmentVariable("PLATFORM_DAYS") ?? "2",
        CultureInfo.InvariantCulture);

    [Fact]
    public async Task Both_platforms_send_the_same_messages_to_the_same_customers_on_the_same_days()
    {
        await using var pinpoint = await LivedEnvironment.StartAsync("dev");
        await using var ses = await LivedEnvironment.StartAsync("ses");
        await Task.WhenAll(LiveAsync(pinpoint), LiveAsync(ses));

        var expected = await pinpoint.MessagesAsync();
        Assert.Equal(expected, await ses.MessagesAsync());
        Assert.Equal(await pinpoint.AttributeAsync("last_release"), await ses.AttributeAsync("last_release"));
        Assert.Equal(await pinpoint.AttributeAsync("told_of_prices_of"), await ses.AttributeAsync("told_of_prices_of"));
        Assert.All(
            (string[])["4.2", "Sunday, 22:00 UTC", "1 May 2027", "renew", "appointment"],
            shown => Assert.Contains(expected, message => message.Body.Contains(shown, StringComparison.Ordinal)));
        Assert.Equal(await EventsAsync(pinpoint), await EventsAsync(ses));
    }

    private static async Task LiveAsync(LivedEnvironment lived)
    {
        await lived.VisitAsync();
        await lived.AnnounceAsync();
        await lived.LiveAsync(Days);
    }

    private static async Task<IReadOnlyList<string>> EventsAsync(LivedEnvironment lived) =>
    [
        .. (await lived.Environment.GetAsync("events")).EnumerateArray()
            .Select(each => $"{each.GetProperty("endpointId")} {each.GetProperty("eventType")} {each.GetProperty("attributes")}")
            .Where(each => !each.StartsWith($"{ReservedNames.CompanyEndpoint} ", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
