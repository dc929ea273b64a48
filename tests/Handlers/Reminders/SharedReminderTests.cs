using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Reminders.Shares;
using Engagement.Sending;

namespace Handlers.Tests.Reminders;

/// <summary>With the stack's own index of dates.</summary>
public class SharedReminderTests : ReminderTests
{
    private static readonly DateTimeOffset Hour = new(2026, 12, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly SharedReminding reminding;

    public SharedReminderTests()
        : this(new SharedReminding(ReminderCatalog.Parse(Definitions, "reminders.yaml")))
    {
    }

    private SharedReminderTests(SharedReminding reminding)
        : base(reminding) => this.reminding = reminding;

    [Fact]
    public async Task Customers_are_read_in_the_hour_that_they_are_due_in_and_not_before_or_after()
    {
        for (var i = 0; i < 200; i++)
        {
            reminding.Set($"c{i}", "at", $"2026-12-{2 + (i / 24 % 5):00}T{i % 24:00}:10:00Z");
        }

        for (var hour = 0; hour < 24 * 7; hour++)
        {
            await reminding.SlideAsync(Hour.AddHours(hour));
            await reminding.RefreshAsync(Hour.AddHours(hour));
        }

        // Two messages, and each share is delivered twice.
        Assert.Equal(400, reminding.Sent.Count);
        Assert.Equal(800, reminding.Store.Read);
    }

    [Fact]
    public async Task Share_goes_on_where_its_time_was_up()
    {
        for (var i = 0; i < 120; i++)
        {
            reminding.Set($"c{i:000}", "at", $"2026-12-02T06:{i % 60:00}:00Z");
        }

        await reminding.SlideAsync(Hour);
        var shares = reminding.Queued.Count;
        reminding.Remaining = SendingRules.Reserve;
        for (var i = 0; i < shares; i++)
        {
            Assert.True(await reminding.DeliverOneAsync());
        }

        Assert.Empty(reminding.Sent);
        reminding.Remaining = TimeSpan.FromMinutes(2);
        await reminding.RefreshAsync(Hour);
        Assert.Equal(120, reminding.Sent.Select(each => each.EndpointId).Distinct().Count());
        Assert.Equal(120, reminding.Sent.Count);
    }

    [Fact]
    public async Task What_the_service_does_not_take_now_is_sent_later_and_what_may_have_been_sent_is_not()
    {
        foreach (var customer in new[] { "sent", "late", "lost", "bad!" })
        {
            reminding.Set(customer, "at", "2026-12-02T06:10:00Z");
        }

        var failing = true;
        reminding.Outcome = message => message.To.Endpoint.Id switch
        {
            "late" when failing => new SendOutcome.Stopped("paused"),
            "lost" => new SendOutcome.Unknown("timeout"),
            "bad!" => new SendOutcome.Refused("address"),
            _ => new SendOutcome.Sent("id"),
        };
        await RunHourAsync(0);
        failing = false;
        await RunHourAsync(0);
        await RunHourAsync(1);
        Assert.Equal(["late", "sent"], reminding.Sent.Select(each => each.EndpointId).Order(StringComparer.Ordinal));
        Assert.Equal((2, 1), (reminding.Telemetry.Metric("RemindersSent"), reminding.Telemetry.Metric("MessagesUnknown")));
    }

    [Fact]
    public async Task What_a_page_has_sent_before_it_is_put_off_counts_and_counts_once()
    {
        foreach (var customer in new[] { "sent", "late", "bad!", "gone" })
        {
            reminding.Set(customer, "at", "2026-12-02T06:10:00Z");
        }

        reminding.Store.Apply(Field("gone", "EndpointStatus", "INACTIVE"));
        reminding.Outcome = message => message.To.Endpoint.Id == "bad!" ? new SendOutcome.Refused("address") : new SendOutcome.Sent("id");
        reminding.Deliveries.FailsToClaim = id => id.EndsWith("late", StringComparison.Ordinal);
        await RunHourAsync(0);
        Assert.Equal((1, 1), (reminding.Telemetry.Metric("RemindersSent"), reminding.Telemetry.Metric("RemindersLeftOut", "address")));

        reminding.Deliveries.FailsToClaim = _ => false;
        await RunHourAsync(0);
        await RunHourAsync(1);
        Assert.Equal((2, 1), (reminding.Telemetry.Metric("RemindersSent"), reminding.Telemetry.Metric("RemindersLeftOut", "address")));
    }

    [Fact]
    public async Task Endpoint_that_takes_nothing_counts_once_although_a_later_part_of_its_page_is_put_off()
    {
        // A page of 50 customers with three endpoints each is sent in two parts.
        for (var number = 0; number < 150; number++)
        {
            reminding.Store.Apply(Endpoint(customer: $"c{number / 3:00}", number % 3, $"2026-12-02T06:{number / 3:00}:00Z"));
        }

        await reminding.Consents.SuppressAsync(
            AddressKey.From("c00.0@example.com"), new(SuppressionReason.Bounce, new(Hour, "f")), default);
        reminding.Outcome = message =>
            message.To.Endpoint.Id == "c49.2" ? new SendOutcome.Stopped("paused") : new SendOutcome.Sent("id");
        await reminding.SlideAsync(Hour);
        for (var shares = reminding.Queued.Count; shares > 0; shares--)
        {
            await reminding.DeliverOneAsync();
        }

        Assert.Single(reminding.Queued);
        Assert.Equal(0, reminding.Telemetry.Metric("RemindersLeftOut", "suppressed"));
        reminding.Outcome = _ => new SendOutcome.Sent("id");
        await reminding.DeliverOneAsync();
        Assert.Equal((149, 1), (reminding.Sent.Count, reminding.Telemetry.Metric("RemindersLeftOut", "suppressed")));
        Assert.Equal(149, reminding.Telemetry.Metric("RemindersSent"));
    }

    [Fact]
    public async Task Share_that_waited_until_the_date_has_come_is_not_sent_any_more()
    {
        reminding.Set("ada", "at", "2026-12-02T06:10:00Z");
        reminding.Outcome = _ => new SendOutcome.Stopped("paused");
        await RunHourAsync(0);
        reminding.Outcome = _ => new SendOutcome.Sent("id");
        await reminding.RefreshAsync(Hour.AddHours(25));
        Assert.Empty(reminding.Sent);
        Assert.True(reminding.Telemetry.Metric("RemindersLeftOut", "over") > 0);
    }

    [Fact]
    public async Task Only_the_segments_customers_who_can_be_reached_are_reminded()
    {
        var segments = SegmentCatalog.Parse("segments: { gold: { where: { userAttributes: { tier: { in: [gold] } } } } }", "segments.yaml");
        var gold = new SharedReminding(
            ReminderCatalog.Parse("reminders: { visit: { date: at, before: [P1D], template: t, segment: gold } }", "r.yaml"), segments);
        foreach (var (customer, tier) in new[] { ("ada", "gold"), ("bob", "tin"), ("cyd", "gold"), ("dan", "gold") })
        {
            gold.Set(customer, "at", "2026-12-02T06:10:00Z");
            gold.Set(customer, "tier", tier);
        }

        gold.Store.Apply(Field("cyd", "OptOut", "ALL"));
        gold.Store.Apply(Field("dan", "EndpointStatus", "INACTIVE"));
        await gold.SlideAsync(Hour);
        await gold.RefreshAsync(Hour);
        Assert.Equal(["ada"], gold.Sent.Select(each => each.EndpointId));
        foreach (var reason in new[] { "segment", "optedOut", "inactive" })
        {
            Assert.True(gold.Telemetry.Metric("RemindersLeftOut", reason) > 0, reason);
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("{}", false)]
    [InlineData("""{"reminder":"visit.PT2H","hour":"2026-12-01T08:00:00Z","shard":8}""", false)]
    [InlineData("""{"reminder":"visit.PT9H","hour":"2026-12-01T08:00:00Z","shard":7}""", true)]
    public async Task Message_that_is_no_share_goes_back_and_one_of_an_unknown_reminder_does_not(string? body, bool done)
    {
        Assert.Equal(done, await reminding.DeliverAsync(body));
        Assert.Equal(done ? 1 : 0, reminding.Telemetry.Metric("RemindersUnknown"));
        Assert.Equal(done ? 0 : 1, reminding.Telemetry.Metric("SharesReturned", "unreadable"));
    }

    [Fact]
    public void Share_is_read_back_as_it_was_written()
    {
        var share = new ReminderShare
        {
            Reminder = "visit.P1D",
            Hour = Hour,
            Before = Hour.AddHours(-1),
            Shard = 3,
            After = "x#y#z",
            Attempt = 2,
        };
        Assert.Equal(share, ReminderShare.Parse(share.ToJson()));
    }

    private static CustomerUpdate Endpoint(string customer, int number, string at) => new()
    {
        Stamp = new(Hour.AddDays(-1), $"{customer}.{number}"),
        EndpointId = $"{customer}.{number}",
        UserId = customer,
        UserAttributes = new Dictionary<string, IReadOnlyList<string>> { ["at"] = [at] },
        Fields = new Dictionary<string, string> { ["Address"] = $"{customer}.{number}@example.com", ["ChannelType"] = "EMAIL" },
    };

    private static CustomerUpdate Field(string customer, string name, string value) => new()
    {
        Stamp = new(Hour, "field"),
        EndpointId = customer,
        UserId = customer,
        Fields = new Dictionary<string, string> { [name] = value },
    };

    private async Task RunHourAsync(int hour)
    {
        await reminding.SlideAsync(Hour.AddHours(hour));
        await reminding.RefreshAsync(Hour.AddHours(hour));
    }
}
