using Engagement.Consent;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;
using Engagement.Journeys;
using Local.Tests.Ses;
using Local.Tests.Ses.Campaigns;

namespace Local.Tests.Journeys;

/// <summary>Customers go through journeys: what they get, when, and why not.</summary>
public class JourneyMoverTests
{
    private readonly JourneyCloud cloud = new(FunctionFaults.None, seed: 1);

    [Fact]
    public async Task An_event_is_answered_within_two_minutes_once_and_the_history_says_so_without_an_address()
    {
        await StartAsync("ada");
        await cloud.OccurAsync("ADA", "bought", "e1");
        await cloud.OccurAsync("ada", "bought", "e1");
        await cloud.LiveAsync(TimeSpan.FromHours(1));
        var message = Assert.Single(cloud.Messages.All);
        Assert.Equal(("ada", "thank_you", "e1", "thank-you"), (message.Endpoint, message.Journey, message.Entry, message.Template));
        Assert.InRange(message.At, Updates.Start, Updates.Start.AddMinutes(2));
        Assert.Equal(
            [
                JourneyOutcome.Entered, JourneyOutcome.NotEntered, JourneyOutcome.Claimed, JourneyOutcome.Sent, JourneyOutcome.Left,
            ],
            (await cloud.History.ReadAsync("ada", default)).Select(note => note.Outcome));
        Assert.DoesNotContain("example.com", cloud.Written(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"ada\"", cloud.Written(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_happened_while_a_customer_waits_ends_the_journey_and_decides_on_its_ways()
    {
        await StartAsync("ada", "bob");
        await cloud.AddCustomerAsync("cy", ("tier", "premium"));
        foreach (var customer in new[] { "ada", "bob" })
        {
            await cloud.OccurAsync(customer, "signed_up", $"s-{customer}");
        }

        await cloud.OccurAsync("cy", "subscribed", "s-cy");
        await cloud.LiveAsync(TimeSpan.FromHours(26));
        await cloud.OccurAsync("ada", "bought", "b-ada");
        await cloud.OccurAsync("cy", "used", "u-cy");
        await cloud.LiveAsync(TimeSpan.FromDays(4));
        Assert.Equal(["welcome", "thank-you"], SentTo("ada"));
        Assert.Equal(["welcome", "tips"], SentTo("bob"));
        Assert.Equal(["start", "next", "tour"], SentTo("cy"));
        Assert.Contains(await cloud.History.ReadAsync("ada", default), note => note.Reason == JourneyReason.Until);
        Assert.DoesNotContain(cloud.Items("journeys"), item => item.ContainsKey("due"));
    }

    [Fact]
    public async Task Hours_put_off_and_are_spread_and_an_event_in_between_is_still_heeded()
    {
        await StartAsync([.. Enumerable.Range(0, 20).Select(number => $"customer-{number}")]);
        cloud.Time.AdvanceTo(Updates.Start.AddHours(8));
        foreach (var number in Enumerable.Range(0, 20))
        {
            await cloud.OccurAsync($"customer-{number}", "cart_updated", $"c-{number}", value: 25);
        }

        await cloud.LiveAsync(TimeSpan.FromHours(5));
        Assert.Empty(cloud.Messages.All);
        await cloud.OccurAsync("customer-3", "bought", "b");
        await cloud.LiveAsync(TimeSpan.FromHours(12));
        var carts = cloud.Messages.All.Where(message => message.Template == "cart").ToList();
        Assert.Equal(19, carts.Count);
        Assert.DoesNotContain("customer-3", carts.Select(message => message.Endpoint));
        // 9:00 in Berlin is 8:00 in UTC.
        Assert.All(carts, message => Assert.InRange(message.At.TimeOfDay, TimeSpan.FromHours(8), TimeSpan.FromMinutes(512)));
        Assert.True(carts.Select(message => message.At).Distinct().Count() > 5);
    }

    [Fact]
    public async Task Who_does_not_want_the_topic_leaves_and_an_essential_message_comes_all_the_same()
    {
        await StartAsync("ada");
        await cloud.Consents.ChooseAsync(
            AddressKey.From("ada@example.com"), [new(Topic.Journeys, Wants: false, new(Updates.Start, "r"))], default);
        await cloud.OccurAsync("ada", "signed_up", "s");
        await cloud.LiveAsync(TimeSpan.FromHours(1));
        await cloud.OccurAsync("ada", "bought", "b");
        await cloud.LiveAsync(TimeSpan.FromHours(1));
        Assert.Equal(["thank-you"], SentTo("ada"));
        Assert.Contains(await cloud.History.ReadAsync("ada", default), note => note.Reason == "unsubscribed");
    }

    [Fact]
    public async Task Who_is_inside_keeps_the_version_and_a_removed_journey_sends_nothing_more()
    {
        await StartAsync("ada", "bob");
        await cloud.OccurAsync("ada", "signed_up", "s-ada");
        await cloud.LiveAsync(TimeSpan.FromDays(1));
        await DeployAsync(SampleJourneys.Welcome with { Steps = [SampleJourneys.Send("hello")] });
        await cloud.OccurAsync("bob", "signed_up", "s-bob");
        await cloud.LiveAsync(TimeSpan.FromDays(3));
        Assert.Equal(["welcome", "tips"], SentTo("ada"));
        Assert.Equal(["hello"], SentTo("bob"));

        await DeployAsync(SampleJourneys.Welcome);
        await cloud.AddCustomerAsync("cy");
        await cloud.OccurAsync("cy", "signed_up", "s-cy");
        await cloud.LiveAsync(TimeSpan.FromDays(1));
        await DeployAsync();
        await cloud.LiveAsync(TimeSpan.FromDays(4));
        Assert.Equal(["welcome"], SentTo("cy"));
        Assert.Contains(await cloud.History.ReadAsync("cy", default), note => note.Reason == JourneyReason.Removed);
        await DeployAsync(SampleJourneys.Welcome);
        await cloud.OccurAsync("ada", "signed_up", "s-ada-again");
        Assert.Contains(await cloud.History.ReadAsync("ada", default), note => note.Reason == JourneyReason.Again);
    }

    [Fact]
    public async Task A_version_that_was_deployed_after_the_mover_last_read_the_journeys_is_read_anew()
    {
        await StartAsync("ada", "bob");
        await cloud.OccurAsync("ada", "signed_up", "s-ada");
        await cloud.SweepAsync();
        Assert.Equal(["welcome"], SentTo("ada"));

        cloud.Time.AdvanceTo(cloud.Time.GetUtcNow().AddSeconds(20));
        await DeployAsync(SampleJourneys.Welcome with { Name = "hello", Steps = [SampleJourneys.Send("hello")] });
        cloud.RestartRecorder();
        await cloud.OccurAsync("bob", "signed_up", "s-bob");
        await cloud.SweepAsync();
        Assert.Equal(["hello"], SentTo("bob"));
    }

    [Fact]
    public async Task While_the_service_takes_nothing_few_calls_are_made_and_what_is_due_comes_later()
    {
        var customers = Enumerable.Range(0, 30).Select(number => $"customer-{number}").ToArray();
        await StartAsync(customers);
        foreach (var customer in customers)
        {
            await cloud.OccurAsync(customer, "bought", $"b-{customer}");
        }

        cloud.Messages.Stopped = "paused";
        await cloud.LiveAsync(TimeSpan.FromMinutes(3));
        // One for each message of the queue that was being worked on.
        Assert.InRange(cloud.Messages.Calls, 1, 16);
        cloud.Messages.Stopped = null;
        await cloud.LiveAsync(TimeSpan.FromHours(1));
        Assert.Equal(30, cloud.Messages.All.Count);
    }

    [Fact]
    public async Task A_customer_without_any_data_left_gets_nothing_more()
    {
        await StartAsync("ada");
        await cloud.OccurAsync("ada", "signed_up", "s");
        await cloud.LiveAsync(TimeSpan.FromDays(1));
        await cloud.Journeys.DeleteAsync("ada", default);
        await cloud.History.DeleteAsync("ada", default);
        await cloud.LiveAsync(TimeSpan.FromDays(4));
        Assert.Equal(["welcome"], SentTo("ada"));
        Assert.Empty(cloud.Items("journeys"));
        Assert.Empty(cloud.Items("history"));
    }

    [Fact]
    public async Task A_sweep_queues_nobody_while_many_wait()
    {
        await StartAsync("ada");
        await cloud.OccurAsync("ada", "bought", "b");
        var queue = cloud.Queue.For(new(FunctionFaults.None, new Random(1)));
        foreach (var _ in Enumerable.Range(0, JourneySweep.MostWaiting + 1))
        {
            await queue.SendAsync([new() { Endpoints = ["nobody"] }], default);
        }

        await cloud.SweepAsync();
        Assert.Empty(cloud.Messages.All);
        await cloud.SweepAsync();
        Assert.Single(cloud.Messages.All);
    }

    [Fact]
    public async Task An_entry_with_two_messages_costs_a_known_number_of_requests()
    {
        await StartAsync("ada");
        var before = cloud.Requests;
        await cloud.OccurAsync("ada", "signed_up", "s");
        await cloud.LiveAsync(TimeSpan.FromDays(4));
        Assert.Equal(["welcome", "tips"], SentTo("ada"));
        var writes = cloud.Requests.GetValueOrDefault("PutItem") - before.GetValueOrDefault("PutItem");
        // Entry, two claims, two results, the wait, the end; and in the history each note.
        Assert.InRange(writes, 7 + 6, 7 + 8);
    }

    private Task DeployAsync(params Journey[] journeys) => cloud.DeployAsync(SampleJourneys.Catalog with { Journeys = journeys });

    private async Task StartAsync(params string[] customers)
    {
        await cloud.DeployAsync(SampleJourneys.Catalog);
        foreach (var customer in customers)
        {
            await cloud.AddCustomerAsync(customer);
        }
    }

    private IEnumerable<string> SentTo(string customer) =>
        cloud.Messages.All.Where(message => message.Endpoint == customer).Select(message => message.Template);
}
