using Engagement.Journeys;
using Engagement.Sending;
using Local.Tests.Ses;
using Local.Tests.Ses.Campaigns;

namespace Local.Tests.Journeys;

/// <summary>Customers' journeys, their books and their history in DynamoDB.</summary>
public class JourneyStoreTests
{
    private readonly JourneyCloud cloud = new(FunctionFaults.None, seed: 1);

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        var customer = Customer with
        {
            Seen = Times(("bought", 1), ("with/slash", 2)),
            LastEntered = Times(("welcome", 3)),
            LastRefused = Times(("cart", 4)),
            Sends = [Updates.Start, Updates.Start.AddTicks(1)],
        };
        Assert.True(await cloud.Journeys.TryWriteAsync(customer, default));
        var read = (await cloud.Journeys.FindAsync("ADA", default))!;
        Assert.Equal(customer.Seen, read.Seen);
        Assert.Equal(customer.LastEntered, read.LastEntered);
        Assert.Equal(customer.LastRefused, read.LastRefused);
        Assert.Equal(customer.Sends, read.Sends);
        Assert.Equal("Ada", read.EndpointId);
        var (entry, stored) = (customer.Enrollments["welcome"], read.Enrollments["welcome"]);
        Assert.Equal(entry with { Sent = stored.Sent }, stored);
        Assert.Equal(entry.Sent, stored.Sent);
    }

    [Fact]
    public async Task Of_two_writes_upon_the_same_one_counts_and_a_deleted_customer_takes_none()
    {
        Assert.True(await cloud.Journeys.TryWriteAsync(Customer, default));
        Assert.False(await cloud.Journeys.TryWriteAsync(Customer, default));
        var read = (await cloud.Journeys.FindAsync("Ada", default))!;
        Assert.True(await cloud.Journeys.TryWriteAsync(read, default));
        Assert.False(await cloud.Journeys.TryWriteAsync(read, default));
        await cloud.Journeys.DeleteAsync("ada", default);
        cloud.Time.AdvanceTo(Updates.Start.AddSeconds(1));
        await cloud.Journeys.NoteAsync("Ada", "bought", Updates.Start, default);
        Assert.False(await cloud.Journeys.TryWriteAsync(read with { Revision = read.Revision + 1 }, default));
    }

    [Fact]
    public async Task A_note_needs_no_item_keeps_the_latest_instant_and_changes_the_revision()
    {
        await cloud.Journeys.NoteAsync("Ada", "bought", Updates.Start.AddHours(2), default);
        await cloud.Journeys.NoteAsync("ADA", "bought", Updates.Start.AddHours(1), default);
        var read = (await cloud.Journeys.FindAsync("ada", default))!;
        Assert.Equal(Updates.Start.AddHours(2), read.Seen["bought"]);
        Assert.Equal("Ada", read.EndpointId);
        await cloud.Journeys.NoteAsync("ada", "bought", Updates.Start.AddHours(3), default);
        Assert.False(await cloud.Journeys.TryWriteAsync(read, default));
    }

    [Fact]
    public async Task Due_customers_are_found_until_they_leave_and_expire_400_days_after_the_latest_write()
    {
        Assert.True(await cloud.Journeys.TryWriteAsync(Customer, default));
        Assert.Empty(await DueAsync(Updates.Start.AddSeconds(-1)));
        Assert.Equal([new DueCustomer("ada", Updates.Start)], await DueAsync(Updates.Start));
        var read = (await cloud.Journeys.FindAsync("ada", default))!;
        Assert.True(await cloud.Journeys.TryWriteAsync(read with { Enrollments = new Dictionary<string, Enrollment>() }, default));
        Assert.Empty(await DueAsync(Updates.Start.AddYears(1)));
        Assert.Equal(
            Updates.Start.AddDays(400).ToUnixTimeSeconds(),
            (long)decimal.Parse(
                cloud.Items("journeys").Single()["expiresAt"]!["N"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_history_is_told_in_order_once_and_deleted_by_the_customer()
    {
        JourneyNote[] notes =
        [
            new(Updates.Start, "welcome", "v1", "e1", "", JourneyOutcome.Entered),
            new(Updates.Start.AddMinutes(1), "welcome", "v1", "e1", "0", JourneyOutcome.LeftOut, SendingReason.Limit, "welcome"),
        ];
        await cloud.History.AddAsync("Ada", notes, default);
        await cloud.History.AddAsync("ada", notes, default);
        await cloud.History.AddAsync("bob", [notes[0]], default);
        Assert.Equal(notes, await cloud.History.ReadAsync("ADA", default));
        await cloud.History.DeleteAsync("ada", default);
        Assert.Empty(await cloud.History.ReadAsync("ada", default));
        Assert.Single(cloud.Items("history"));
    }

    [Fact]
    public async Task Entries_are_read_whether_they_are_due_or_not_and_those_that_ended_are_not()
    {
        Assert.True(await cloud.Journeys.TryWriteAsync(Customer, default));
        Assert.True(await cloud.Journeys.TryWriteAsync(
            Customer with
            {
                EndpointId = "Bob",
                Enrollments = new Dictionary<string, Enrollment>
                {
                    ["welcome"] = Customer.Enrollments["welcome"] with { Position = new("7"), Due = Updates.Start.AddYears(1) },
                },
            },
            default));
        await cloud.Journeys.NoteAsync("Cyd", "bought", Updates.Start, default);

        Assert.Equal(["2.then.0", "7"], (await InsideAsync()).Select(entry => entry.Position.Text).Order(StringComparer.Ordinal));
        Assert.Equal(new("tips", Updates.Start.AddTicks(7)), (await InsideAsync()).First(entry => entry.Position.Text != "7").Claim);

        var bob = (await cloud.Journeys.FindAsync("bob", default))!;
        Assert.True(await cloud.Journeys.TryWriteAsync(bob with { Enrollments = new Dictionary<string, Enrollment>() }, default));
        Assert.Single(await InsideAsync());
    }

    private static CustomerJourneys Customer => new()
    {
        EndpointId = "Ada",
        Enrollments = new Dictionary<string, Enrollment>
        {
            ["welcome"] = new()
            {
                Journey = "welcome",
                Id = "e1",
                At = Updates.Start.AddDays(-1),
                Since = Updates.Start.AddHours(-1),
                Version = "0123456789ab",
                Position = new("2.then.0"),
                Anchor = Updates.Start.AddMinutes(-1),
                Due = Updates.Start,
                Claim = new("tips", Updates.Start.AddTicks(7)),
                Sent = ["welcome", "tips"],
            },
        },
    };

    private async Task<List<Enrollment>> InsideAsync()
    {
        var inside = new List<Enrollment>();
        for (var shard = 0; shard < IDueJourneys.Shards; shard++)
        {
            await foreach (var page in cloud.Journeys.ReadAsync(shard, default))
            {
                inside.AddRange(page);
            }
        }

        return inside;
    }

    private static Dictionary<string, DateTimeOffset> Times(params (string Name, int Hour)[] times) =>
        times.ToDictionary(each => each.Name, each => Updates.Start.AddHours(each.Hour));

    private async Task<List<DueCustomer>> DueAsync(DateTimeOffset now)
    {
        var due = new List<DueCustomer>();
        for (var shard = 0; shard < IDueJourneys.Shards; shard++)
        {
            await foreach (var page in cloud.Journeys.ReadAsync(shard, now, default))
            {
                due.AddRange(page);
            }
        }

        return due;
    }
}
