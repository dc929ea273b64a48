using Engagement.Definitions.Journeys;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;
using Engagement.Journeys;
using Engagement.Journeys.Simulation;
using Engagement.Pixel;
using Engagement.Sending;
using Engagement.Times;

namespace Handlers.Tests.Journeys;

/// <summary>What generated histories do not say in words.</summary>
public sealed class JourneyRuleTests
{
    private const string Cart = "event: cart, again: P1D, inside: restart, until: [buy], between: 09:00-20:00, "
        + "steps: [{ wait: PT4H }, { send: first }, { wait: P1D }, { send: last }]";

    private static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly IJourneyCustomer Known = new SimulatedCustomer(
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), SegmentCatalog.Empty);

    private readonly CustomerJourneyRules rules = new(limit: null, JourneyCatalogs.Topics, CustomerZone.Utc);
    private JourneyBook book = Book(Cart);
    private CustomerJourneys customer = new() { EndpointId = "customer-1" };

    [Fact]
    public void Event_that_no_journey_names_concerns_none()
    {
        Assert.True(book.Concerns("cart"));
        Assert.True(book.Concerns("buy"));
        Assert.False(book.Concerns("view"));
    }

    [Fact]
    public void Restart_counts_from_the_latest_event_and_leaves_the_due_time_alone()
    {
        Occur("cart", TimeSpan.Zero);
        Advance(TimeSpan.Zero);
        Occur("cart", TimeSpan.FromHours(3));

        Assert.Equal(Start.AddHours(4), customer.Due);
        Assert.Null(Advance(TimeSpan.FromHours(4)).Message);
        Assert.Equal("first", Advance(TimeSpan.FromHours(7)).Message!.Claim.Template);
    }

    [Fact]
    public void Goal_that_arrives_between_claim_and_result_stops_a_message_that_was_not_taken()
    {
        Occur("cart", TimeSpan.Zero);
        var claimed = Advance(TimeSpan.FromHours(4)).Message!;
        Occur("buy", TimeSpan.FromHours(4.01));
        Apply(rules.Settle(customer, claimed, new SendOutcome.NotSent(SendingReason.Throttled), Start.AddHours(4.02)));

        Assert.InRange(customer.Due!.Value - Start, TimeSpan.FromHours(4.03), TimeSpan.FromHours(4.5));
        var left = Advance(TimeSpan.FromHours(5));
        Assert.Null(left.Message);
        Assert.Equal(JourneyReason.Until, Assert.Single(left.Notes).Reason);
    }

    [Fact]
    public void Claim_without_a_result_is_unknown_once_its_lease_is_over_and_the_journey_goes_on()
    {
        Occur("cart", TimeSpan.Zero);
        Advance(TimeSpan.FromHours(4));

        Assert.Empty(Advance(TimeSpan.FromHours(4) + JourneyTimes.Lease - TimeSpan.FromSeconds(1)).Notes);
        Assert.Equal(JourneyOutcome.Unknown, Advance(TimeSpan.FromHours(4) + JourneyTimes.Lease).Notes[0].Outcome);
        Assert.Equal("last", Advance(TimeSpan.FromHours(28)).Message!.Claim.Template);
    }

    [Fact]
    public void Result_that_comes_after_its_lease_changes_nothing()
    {
        Occur("cart", TimeSpan.Zero);
        var claimed = Advance(TimeSpan.FromHours(4)).Message!;
        Advance(TimeSpan.FromHours(4) + JourneyTimes.Lease);

        var late = rules.Settle(customer, claimed, new SendOutcome.Sent("m"), Start.AddHours(5));
        Assert.Same(customer, late.Customer);
        Assert.Empty(late.Notes);
    }

    [Fact]
    public void Replay_goes_on_from_where_the_customer_is()
    {
        Occur("cart", TimeSpan.Zero);
        Advance(TimeSpan.FromHours(1));
        var replay = new JourneyReplay(limit: null, book, JourneyCatalogs.Topics, CustomerZone.Utc);

        var notes = replay.Run(customer, Known, [], Start.AddDays(60));

        Assert.Equal(
            [("first", Start.AddHours(4)), ("last", Start.AddHours(28))],
            notes.Where(note => note.Outcome == JourneyOutcome.Sent).Select(note => (note.Template!, note.At)));
        Assert.DoesNotContain(replay.Run(customer, Known, [], Start.AddHours(5)), note => note.Template == "last");
    }

    [Fact]
    public void Ignored_event_that_is_delivered_again_after_the_end_starts_nothing()
    {
        book = Book("event: ping, again: always, until: [buy], steps: [{ send: a }, { wait: P1D }, { send: b }]");
        Occur("ping", TimeSpan.Zero);
        Advance(TimeSpan.Zero);
        var ignored = Occur("ping", TimeSpan.FromMinutes(1));
        customer = customer with { Enrollments = new Dictionary<string, Enrollment>(StringComparer.Ordinal) };
        var again = Occur("ping", TimeSpan.FromMinutes(1));

        Assert.Equal(
            [JourneyReason.Inside, JourneyReason.NotLater], ignored.Notes.Concat(again.Notes).Select(note => note.Reason!));
    }

    [Theory]
    [InlineData("2026-03-28T19:30:00+01:00", "2026-03-29T09:00:00+02:00")]
    [InlineData("2026-10-24T21:00:00+02:00", "2026-10-25T09:00:00+01:00")]
    [InlineData("2026-12-01T03:00:00+01:00", "2026-12-01T09:00:00+01:00")]
    public void Message_waits_for_the_next_hours_of_the_customers_own_clock(string due, string expected)
    {
        var hours = new AllowedHours(9 * 60, 19 * 60);
        Assert.Equal(IsoInstant.Parse(expected), hours.NextAfter(IsoInstant.Parse(due)!.Value, CustomerZone.Find("Europe/Berlin")!));
    }

    [Fact]
    public void Journey_that_was_removed_and_came_back_does_not_go_on_for_who_was_inside()
    {
        Occur("cart", TimeSpan.Zero);
        var catalog = JourneyCatalog.Parse($"journeys: {{ j: {{ {Cart} }} }}", "journeys.yaml");
        var gone = JourneyDeployment.Plan(JourneyCatalog.Empty, book, Start.AddHours(1), Start.AddHours(1));
        var back = JourneyDeployment.Plan(catalog, new(gone.Heads, gone.Versions), Start.AddHours(2), Start.AddHours(2));
        book = new(back.Heads, back.Versions);

        Assert.Equal(JourneyReason.Removed, Assert.Single(Advance(TimeSpan.FromHours(4)).Notes).Reason);
        Assert.Null(customer.Due);
    }

    private static JourneyBook Book(string journey)
    {
        var catalog = JourneyCatalog.Parse($"journeys: {{ j: {{ {journey} }} }}", "journeys.yaml");
        var deployment = JourneyDeployment.Plan(catalog, JourneyBook.Empty, Start, Start);
        return new(deployment.Heads, deployment.Versions);
    }

    private JourneyDecision Occur(string type, TimeSpan after)
    {
        var occurred = new PixelEvent { RequestId = $"{type}-{after}", At = Start + after, Type = type, EndpointId = "customer-1" };
        return Apply(rules.Occur(customer, occurred, Known, book, Start + after));
    }

    private JourneyDecision Advance(TimeSpan after) => Apply(rules.Advance(customer, Known, book, Start + after));

    private JourneyDecision Apply(JourneyDecision decision)
    {
        customer = decision.Customer;
        return decision;
    }
}
