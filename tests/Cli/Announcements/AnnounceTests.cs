using Engagement.Consent;
using Engagement.Ses.Consent;

namespace Cli.Tests.Announcements;

/// <summary>With the repository's own definitions.</summary>
public sealed class AnnounceTests
{
    private static readonly string[] File =
    [
        "Id,ChannelType,Address,OptOut,User.UserId,User.UserAttributes.tier,User.UserAttributes.language,EffectiveDate",
        "e1,EMAIL,p1@example.com,NONE,p1,premium,en,2026-01-01T00:00:00Z",
        "e2,EMAIL,p2@example.com,NONE,p2,premium,ne,2026-01-01T00:00:00Z",
        "e3,EMAIL,p3@example.com,ALL,p3,premium,de,2026-01-01T00:00:00Z",
        "e4,SMS,+14155550100,NONE,p4,premium,de,2026-01-01T00:00:00Z",
        "e5,EMAIL,p5@example.com,NONE,p5,premium,de,2026-01-01T00:00:00Z",
        "e6,EMAIL,s1@example.com,NONE,s1,standard,de,2026-01-01T00:00:00Z",
    ];

    private static readonly string[] Attributes =
        ["--attribute", "feature=Maps", "--attribute", "version=4.2", "--attribute", "url=https://www.example.com/maps"];

    [Fact]
    public async Task A_dry_run_counts_by_campaign_and_reason_who_gets_what_and_sends_nothing()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync(File);
        await UnsubscribeAsync(cloud, "p5@example.com");

        var told = await cloud.SucceedAsync(["announce", "feature_release", "--dry-run", .. Attributes]);

        Assert.Equal(
            """
            feature_release, judged as if it were sent now. Numbers are endpoints; each gets a message once.

            premium: feature-release-premium to premium, topic news
                       1  gets it, such as p1
                       2  not in the segment, such as p4, s1
                       1  opted out of everything, such as p3
                       1  unsubscribed from the topic, such as p5
                       1  'when' does not hold, such as p2

            standard: feature-release-standard to standard, topic news
                       1  gets it, such as s1
                       5  not in the segment, such as p3, p4, p5

            premium-follow-up: feature-release-follow-up to premium, topic news, P2D later
                       1  gets it, such as p1
                       2  not in the segment, such as p4, s1
                       1  opted out of everything, such as p3
                       1  unsubscribed from the topic, such as p5
                       1  'when' does not hold, such as p2

            """.ReplaceLineEndings("\n"),
            told);
        Assert.Empty(cloud.Ses.Sent.All);
        Assert.Empty(cloud.Items("deliveries"));
    }

    [Fact]
    public async Task An_event_that_the_route_would_refuse_is_refused_with_the_same_words()
    {
        await using var cloud = await OperatedCloud.StartAsync();

        var result = await cloud.RunAsync(
            "announce", "feature_release", "--dry-run", "--attribute", "feature=Maps", "--attribute", "verson=4");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("'feature_release' has no such attribute", result.Error, StringComparison.Ordinal);
        Assert.Contains("attributes.url: is missing", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_announcement_takes_its_values_from_the_file()
    {
        await using var cloud = await OperatedCloud.StartAsync();

        var told = await cloud.SucceedAsync("announce", "price_change", "--dry-run");
        Assert.Contains("subscribers: price-change", told, StringComparison.Ordinal);
        Assert.Equal(1, (await cloud.RunAsync("announce", "price_change", "--dry-run", "--attribute", "effective=now")).ExitCode);
    }

    [Theory]
    [InlineData("announce", "feature_relase", "--dry-run")]
    [InlineData("audience", "premum")]
    [InlineData("message", "preview", "feature-release-premum")]
    public async Task A_misspelt_name_is_told_with_the_one_that_is_meant(params string[] arguments)
    {
        await using var cloud = await OperatedCloud.StartAsync();

        Assert.Contains("did you mean", (await cloud.RunAsync(arguments)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_dry_run_nothing_is_announced()
    {
        var result = await CommandResult.RunAsync(["announce", "feature_release"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--dry-run", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_pinpoint_it_says_which_campaigns_there_are_and_what_it_cannot_know()
    {
        await using var cloud = await OperatedCloud.StartAsync(keepsCustomers: false);

        var told = await cloud.SucceedAsync(["announce", "feature_release", "--dry-run", .. Attributes]);

        Assert.Contains("premium: the template feature-release-premium to the segment premium.", told, StringComparison.Ordinal);
        Assert.Contains("Pinpoint keeps the customers", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_segment_is_counted_by_customers_and_endpoints()
    {
        await using var cloud = await OperatedCloud.StartAsync();
        await cloud.ImportAsync([.. File, "e7,EMAIL,p1b@example.com,NONE,p1,premium,en,2026-01-01T00:00:00Z"]);

        Assert.Equal(
            """
            premium: 4 of 6 customers, with 5 endpoints that fit.
            E-mail reaches 4 of these endpoints: active, not opted out, with an address.
            Some of them: p1, p2, p3, p5

            """.ReplaceLineEndings("\n"),
            await cloud.SucceedAsync("audience", "premium"));
    }

    private static async Task UnsubscribeAsync(OperatedCloud cloud, string address)
    {
        using var client = cloud.Client;
        await new DynamoDbConsents(client, "consents", cloud.Calls).ChooseAsync(
            AddressKey.From(address), [new("news", Wants: false, new(DateTimeOffset.UtcNow, "test"))], default);
    }
}
