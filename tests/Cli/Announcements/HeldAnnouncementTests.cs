using System.Globalization;
using System.Text.RegularExpressions;
using Engagement.Aws.Journeys;
using Engagement.Journeys;

namespace Cli.Tests.Announcements;

/// <summary>What a dry run says of hours and limits, with definitions of the test's own.</summary>
public sealed partial class HeldAnnouncementTests : IDisposable
{
    private static readonly string[] File =
    [
        "Id,ChannelType,Address,OptOut,User.UserId,User.UserAttributes.tz,EffectiveDate",
        "e1,EMAIL,p1@example.com,NONE,p1,Africa/Abidjan,2026-01-01T00:00:00Z",
        "e2,EMAIL,p2@example.com,NONE,p2,Pacific/Auckland,2026-01-01T00:00:00Z",
    ];

    private readonly TestFolder folder = new();

    public HeldAnnouncementTests()
    {
        Directory.CreateDirectory(folder["templates/news"]);
        folder.Write("events.yaml", "events: { signup: { identity: signed } }");
        folder.Write("segments.yaml", "segments: { all: { where: { channel: { in: [EMAIL] } } } }");
        folder.Write(
            "announcements.yaml", "announcements: { release: { via: journey, campaigns: [{ name: all, segment: all, template: news }] } }");
        folder.Write("templates/news/subject.txt", "News");
        folder.Write("templates/news/email.html", "<p>News</p>");
        folder.Write("templates/news/email.txt", "News");
    }

    [Fact]
    public async Task It_says_who_is_held_until_when()
    {
        folder.Write("journeys.yaml", "between: 09:00-20:00", "journeys: {}");

        var told = await ToldAsync();

        // Of the two, one at least is outside the hours, whatever the time is.
        var held = Held().Matches(told);
        Assert.NotEmpty(held);
        Assert.All(held, each =>
        {
            var until = DateTimeOffset.Parse(each.Groups["until"].Value, CultureInfo.InvariantCulture);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(each.Groups["customer"].Value == "p1" ? "Africa/Abidjan" : "Pacific/Auckland");
            Assert.Equal(9, TimeZoneInfo.ConvertTime(until, zone).Hour);
            Assert.InRange(until - DateTimeOffset.UtcNow, TimeSpan.Zero, TimeSpan.FromHours(14));
        });
        Assert.Contains(held.Count == 2 ? "0  gets it" : "1  gets it", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_who_had_as_many_messages_as_the_limit_allows()
    {
        folder.Write("journeys.yaml", "limits: { messages: 1, per: P1D }", "journeys: {}");

        var told = await ToldAsync(async cloud =>
        {
            var journeys = new DynamoDbCustomerJourneys(cloud.Client, "journeys", TimeProvider.System, cloud.Calls);
            Assert.True(await journeys.TryWriteAsync(
                new CustomerJourneys { EndpointId = "e1", Sends = [TimeProvider.System.GetUtcNow().AddHours(-1)] }, default));
        });

        Assert.Contains("1  gets it, such as p2\n", told, StringComparison.Ordinal);
        Assert.Contains("1  as many messages of marketing as the limit allows, such as p1\n", told, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> ToldAsync(Func<OperatedCloud, Task>? before = null)
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync(File);
        await (before?.Invoke(cloud) ?? Task.CompletedTask);
        return await cloud.SucceedAsync("announce", "release", "--dry-run", "--definitions", folder[""]);
    }

    [GeneratedRegex("1  held until (?<until>[^,]+), when their hours begin, such as (?<customer>p[12])\n", RegexOptions.ExplicitCapture)]
    private static partial Regex Held();
}
