using System.Globalization;
using Engagement.CompanyEvents.Runs;
using Engagement.Customers;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Sending;
using Engagement.Times;
using FsCheck;
using FsCheck.Fluent;

namespace Local.Tests.Ses.Campaigns;

/// <summary>
/// Whatever goes wrong while a campaign is sent: each endpoint is claimed once and sent to at most once. In the end each was sent to, left
/// out with a reason, or counted as unknown.
/// </summary>
public class CampaignProperties
{
    private const int Customers = 90;

    private static readonly Gen<FunctionFaults> AnyFaults =
        from throttled in Gen.Elements(0, 50, 400)
        from unanswered in Gen.Elements(0, 0, 60)
        from deaths in Gen.Elements(0, 3, 10)
        from failures in Gen.Elements(0, 0, 30)
        from repeats in Gen.Elements(0, 300)
        from pauses in Gen.Elements(false, true)
        select new FunctionFaults
        {
            Throttled = throttled,
            Unanswered = unanswered,
            Deaths = deaths,
            Failures = failures,
            Repeats = repeats,
            Pauses = pauses,
        };

    [Fact]
    public async Task Without_faults_everyone_chosen_gets_the_message_once_and_what_the_campaign_sets()
    {
        var cloud = await CloudAsync(FunctionFaults.None, seed: 1);
        await cloud.SendAsync();
        await HoldsAsync(cloud);
        var run = (await cloud.Runs.FindAsync(CampaignCloud.Campaign, default))!;
        Assert.Equal(0, run.Progress.Unknown);
        Assert.Equal(
            Endpoints().Where(endpoint => endpoint.StartsWith("sent", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            cloud.Emails.EndpointIds.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["channel", "inactive", "noAddress", "optedOut", "rejected", "segment", "when"],
            run.Progress.LeftOut.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("example.com", System.Text.Encoding.UTF8.GetString(cloud.Output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_costs_a_claim_a_result_and_what_it_sets_and_a_page_five_requests()
    {
        var cloud = await CloudAsync(FunctionFaults.None, seed: 5);
        var before = cloud.Requests;
        await cloud.SendAsync();
        var requests = cloud.Requests.ToDictionary(each => each.Key, each => each.Value - before.GetValueOrDefault(each.Key));
        var (messages, customers) = (Chosen().Count(), cloud.Emails.EndpointIds.CountBy(NumberOf).Count());
        // Claims and results, and each customer's item with what the campaign sets; beside them the run.
        Assert.InRange(requests["PutItem"], (2 * messages) + customers, (2 * messages) + customers + 2);
        // Of a page: its customers, what is known of their messages, who wants them, the receivers anew, and where the share is then.
        Assert.InRange(requests["Scan"], 1, (Customers / cloud.PageSize) + (2 * CampaignRun.ShareCount));
        Assert.InRange(requests["BatchGetItem"], 1, 3 * requests["Scan"]);
        // The run at the beginning and at the end of a share.
        Assert.InRange(requests["GetItem"], 1, 3 * CampaignRun.ShareCount);
        Assert.InRange(requests["UpdateItem"], 1, requests["Scan"] + 4 + CampaignRun.ShareCount);
    }

    [Fact]
    public void Whatever_goes_wrong_nobody_gets_it_twice_and_nobody_is_lost() => Prop.ForAll(
        (from faults in AnyFaults from seed in Gen.Choose(0, int.MaxValue) select (faults, seed)).ToArbitrary(),
        each => SendAsync(each.faults, each.seed).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public async Task A_pause_of_the_account_delays_messages_and_loses_none()
    {
        var cloud = await CloudAsync(new() { Pauses = true }, seed: 2);
        await cloud.SendAsync();
        await HoldsAsync(cloud);
        Assert.Equal(0, (await cloud.Runs.FindAsync(CampaignCloud.Campaign, default))!.Progress.Unknown);
        Assert.True(cloud.Emails.Times[^1] - cloud.Emails.Times[0] >= TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task Endless_throttling_ends_in_messages_that_are_given_up_and_counted()
    {
        var cloud = await CloudAsync(new() { Throttled = 1_000 }, seed: 3);
        await cloud.SendAsync();
        await HoldsAsync(cloud);
        var run = (await cloud.Runs.FindAsync(CampaignCloud.Campaign, default))!;
        Assert.Equal(Chosen().Count(), run.Progress.LeftOut[SendingReason.Throttled]);
        Assert.Empty(cloud.Emails.EndpointIds);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    public async Task Messages_keep_below_the_rate_of_the_account(double rate)
    {
        // This clock passes a wait at once, and with it everybody's time: so one sender sends one message after the other.
        var cloud = new CampaignCloud(FunctionFaults.None, seed: 4) { Rate = rate, Senders = 1, PageSize = 1 };
        await WriteAsync(cloud, Enumerable.Range(0, Customers).Select(Updates).Where(updates => updates.Count() == 1));
        await cloud.SendAsync();
        var times = cloud.Emails.Times;
        Assert.NotEmpty(times);
        foreach (var second in times)
        {
            Assert.True(times.Count(time => time >= second && time < second + TimeSpan.FromSeconds(1)) <= (rate * 0.8) + 1);
        }
    }

    [Fact]
    public void Whatever_goes_wrong_nobody_gets_it_outside_the_hours_or_twice_and_nobody_is_lost() => Prop.ForAll(
        (from faults in AnyFaults
         from seed in Gen.Choose(0, int.MaxValue)
         from start in AnyStart
         from hours in AnyHours
         select (faults, seed, start, hours)).ToArbitrary(),
        each => SendAsync(each.faults, each.seed, each.start, each.hours).GetAwaiter().GetResult()).Check(
            Config.QuickThrowOnFailure.WithMaxTest(12));

    [Fact]
    public void Without_faults_each_gets_it_in_the_first_minutes_of_the_own_hours() => Prop.ForAll(
        (from start in AnyStart from hours in AnyHours select (start, hours)).ToArbitrary(),
        each => OnTimeAsync(each.start, each.hours).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    [Fact]
    public void Whatever_goes_wrong_nobody_gets_more_than_the_limit_of_two_campaigns_at_once() => Prop.ForAll(
        (from faults in AnyFaults from seed in Gen.Choose(0, int.MaxValue) select (faults, seed)).ToArbitrary(),
        each => LimitAsync(each.faults, each.seed).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    [Fact]
    public async Task Without_faults_everyone_gets_as_many_as_the_limit_allows()
    {
        var cloud = await LimitAsync(FunctionFaults.None, seed: 8);
        var runs = new[] { await cloud.RunAsync(), await cloud.RunAsync(CampaignCloud.Second) };
        var sent = Chosen().Where(endpoint => endpoint.StartsWith("sent", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(sent, cloud.Emails.EndpointIds.Order(StringComparer.Ordinal));
        Assert.Equal(Chosen().Count(), runs.Sum(run => run.Progress.LeftOut.GetValueOrDefault(SendingReason.Limit)));
    }

    [Fact]
    public async Task A_limit_costs_a_message_one_request_and_a_page_one()
    {
        var cloud = await CloudAsync(FunctionFaults.None, seed: 5, limit: new(2, TimeSpan.FromDays(1)));
        var before = cloud.Requests;
        await cloud.SendAsync();
        var requests = cloud.Requests.ToDictionary(each => each.Key, each => each.Value - before.GetValueOrDefault(each.Key));
        var (messages, customers) = (Chosen().Count(), cloud.Emails.EndpointIds.CountBy(NumberOf).Count());
        Assert.InRange(requests["PutItem"], (3 * messages) + customers, (3 * messages) + customers + 2);
        Assert.InRange(requests["BatchGetItem"], 1, 4 * requests["Scan"]);
    }

    private static async Task<CampaignCloud> LimitAsync(FunctionFaults faults, int seed)
    {
        var cloud = await CloudAsync(faults, seed, limit: new(1, TimeSpan.FromDays(1)));
        await cloud.SendAsync(CampaignCloud.Second);
        Assert.Distinct(cloud.Emails.EndpointIds);
        foreach (var identity in new[] { CampaignCloud.Campaign, CampaignCloud.Second })
        {
            var run = await cloud.RunAsync(identity);
            Assert.Equal((RunState.Completed, Endpoints().Count()), (run.State, run.Progress.Seen));
        }

        return cloud;
    }

    [Fact]
    public async Task Customers_who_are_held_cost_nothing_each_and_a_pass_the_reading_alone()
    {
        var start = Instant("2026-12-01T02:00Z");
        var cloud = await CloudAsync(FunctionFaults.None, seed: 6, start, new(9 * 60, 20 * 60));
        var before = cloud.Requests;
        await cloud.SendAsync();
        var requests = cloud.Requests.ToDictionary(each => each.Key, each => each.Value - before.GetValueOrDefault(each.Key));
        var (messages, customers) = (Chosen().Count(), cloud.Emails.EndpointIds.CountBy(NumberOf).Count());
        var passes = (await cloud.RunAsync()).Pass;
        Assert.InRange(passes, 4, Zones.Length + 1);
        // As without hours: a claim, a result, and what the campaign sets.
        Assert.InRange(requests["PutItem"], (2 * messages) + customers, (2 * messages) + customers + 2);
        Assert.InRange(requests["Scan"], 1, passes * ((Customers / cloud.PageSize) + (2 * CampaignRun.ShareCount)));
    }

    private static readonly Gen<DateTimeOffset> AnyStart =
        from night in Gen.Elements("2026-03-28T12:00Z", "2026-10-24T12:00Z", "2026-11-01T00:00Z", "2026-12-01T02:00Z")
        from minutes in Gen.Choose(0, 24 * 60)
        select Instant(night).AddMinutes(minutes);

    private static readonly Gen<AllowedHours> AnyHours =
        from start in Gen.Choose(0, (24 * 60) - AllowedHours.ShortestMinutes)
        from end in Gen.Choose(start + AllowedHours.ShortestMinutes, 24 * 60)
        select new AllowedHours(start, end);

    private static async Task OnTimeAsync(DateTimeOffset start, AllowedHours hours)
    {
        var cloud = await CloudAsync(FunctionFaults.None, seed: 7, start, hours);
        await cloud.SendAsync();
        await HoldsAsync(cloud);
        foreach (var (endpoint, at) in Claims(cloud))
        {
            var due = hours.NextAfter(start, ZoneOf(endpoint)) ?? start;
            Assert.InRange(at - due, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        }
    }

    private static IEnumerable<(string EndpointId, DateTimeOffset At)> Claims(CampaignCloud cloud) => cloud.Items("deliveries").Select(
        item => (item["id"]!["S"]!.ToString().Split('#')[1], Instant(item["at"]!["S"]!.ToString())));

    private static DateTimeOffset Instant(string text) => IsoInstant.Parse(text)!.Value;

    private static async Task SendAsync(FunctionFaults faults, int seed, DateTimeOffset start, AllowedHours hours)
    {
        var cloud = await CloudAsync(faults, seed, start, hours);
        await cloud.SendAsync();
        await HoldsAsync(cloud);
        Assert.Equal(0, (await cloud.RunAsync()).Progress.Held);
        Assert.All(Claims(cloud), claim => Assert.True(hours.Include(ZoneOf(claim.EndpointId).TimeAt(claim.At).TimeOfDay)));
    }

    private static async Task SendAsync(FunctionFaults faults, int seed)
    {
        var cloud = await CloudAsync(faults, seed);
        await cloud.SendAsync();
        await HoldsAsync(cloud);
    }

    private static async Task HoldsAsync(CampaignCloud cloud)
    {
        var run = (await cloud.Runs.FindAsync(CampaignCloud.Campaign, default))!;
        Assert.Equal(RunState.Completed, run.State);
        Assert.Equal(Endpoints().Count(), run.Progress.Seen);

        var sent = cloud.Emails.EndpointIds;
        Assert.Distinct(sent);
        Assert.Subset(Chosen().ToHashSet(), sent.ToHashSet());

        var deliveries = cloud.Items("deliveries").ToDictionary(
            item => item["id"]!["S"]!.ToString().Split('#')[1], item => item["state"]!["S"]!.ToString());
        Assert.Equal(Chosen().Order(StringComparer.Ordinal), deliveries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(deliveries.Count(each => each.Value == "sent"), run.Progress.Sent);
        Assert.Equal(deliveries.Count(each => each.Value == "unknown"), run.Progress.Unknown);
        Assert.DoesNotContain("claimed", deliveries.Values);
        Assert.Subset(sent.ToHashSet(), deliveries.Where(each => each.Value == "sent").Select(each => each.Key).ToHashSet());
        Assert.DoesNotContain(deliveries, each => each.Value == "leftOut" && sent.Contains(each.Key));
        await SetsHoldAsync(cloud, [.. deliveries.Where(each => each.Value == "sent").Select(each => each.Key)]);
    }

    private static async Task SetsHoldAsync(CampaignCloud cloud, IReadOnlyList<string> sent)
    {
        var customers = await cloud.Customers.ReadAsync(new(0, 1), position: null, limit: 10_000, default);
        foreach (var endpoint in sent)
        {
            var customer = customers.Customers.Single(each => each.Endpoint(endpoint) is not null);
            Assert.Equal(["4.2"], customer.UserAttributes["last_release"]);
        }

        Assert.All(
            customers.Customers.Where(customer => !customer.Endpoints.Keys.Any(key => Chosen().Contains(key))),
            customer => Assert.False(customer.UserAttributes.ContainsKey("last_release")));
    }

    private static async Task<CampaignCloud> CloudAsync(
        FunctionFaults faults, int seed, DateTimeOffset? start = null, AllowedHours? hours = null, MessageLimit? limit = null)
    {
        var cloud = new CampaignCloud(faults, seed, start) { Between = hours, Limit = limit };
        await WriteAsync(cloud, Enumerable.Range(0, Customers).Select(Updates));
        return cloud;
    }

    private static async Task WriteAsync(CampaignCloud cloud, IEnumerable<IEnumerable<CustomerUpdate>> customers)
    {
        foreach (var update in customers.SelectMany(updates => updates))
        {
            await cloud.Customers.ApplyAsync([update], default);
        }
    }

    private static IEnumerable<string> Chosen() =>
        Endpoints().Where(endpoint => endpoint.StartsWith("sent", StringComparison.Ordinal)
            || endpoint.StartsWith("refused", StringComparison.Ordinal));

    private static string NumberOf(string endpointId) => endpointId.Split('-')[1];

    private static IEnumerable<string> Endpoints() =>
        Enumerable.Range(0, Customers).SelectMany(Updates).Select(update => update.EndpointId);

    // Every ninth customer has two addresses, and of those who get nothing there is one kind after the other.
    private static IEnumerable<CustomerUpdate> Updates(int number)
    {
        var kinds = number % 9 == 0 ? new[] { "sent", "sent2" } : [Kinds[number % Kinds.Length]];
        return kinds.Select(kind => Update(kind, number));
    }

    // Without one it is UTC. Clocks of Lord Howe are set forward by half an hour.
    private static string?[] Zones { get; } =
        ["Europe/Berlin", "America/New_York", null, "Asia/Kathmandu", "Asia/Tokyo", "Australia/Lord_Howe", "America/St_Johns"];

    private static CustomerZone ZoneOf(string endpointId) => CustomerZone.Find(
        Zones[int.Parse(NumberOf(endpointId), CultureInfo.InvariantCulture) % Zones.Length], CustomerZone.Utc);

    private static string[] Kinds { get; } =
        ["sent", "sent", "sent", "optedout", "segment", "sent", "noaddress", "sent", "when", "sent", "inactive", "channel", "refused"];

    private static CustomerUpdate Update(string kind, int number) => Ses.Updates.At(number, $"{kind}-{number}", $"user{number}") with
    {
        UserAttributes = new Dictionary<string, IReadOnlyList<string>>
        {
            ["tier"] = [kind == "segment" ? "free" : "premium"],
            ["language"] = [kind == "when" ? "fr" : "en"],
            ["tz"] = Zones[number % Zones.Length] is { } zone ? [zone] : [],
        },
        Fields = new Dictionary<string, string?>
        {
            [EndpointField.Address] = kind == "noaddress" ? null : $"{number.ToString(CultureInfo.InvariantCulture)}@example.com",
            [EndpointField.ChannelType] = kind == "channel" ? "SMS" : "EMAIL",
            [EndpointField.OptOut] = kind == "optedout" ? "ALL" : null,
            [EndpointField.EndpointStatus] = kind == "inactive" ? "INACTIVE" : null,
        }.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!),
    };
}
