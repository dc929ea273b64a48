using System.Text.Json.Nodes;
using Engagement.Journeys;
using Engagement.Pinpoint.Journeys;
using Engagement.Services;

namespace Handlers.Tests.Journeys.OnPinpoint;

/// <summary>How a journey's questions are answered. The clock stands at 10:00 UTC.</summary>
public sealed class AskJourneyTests
{
    private readonly AskedCustomers customers = new([.. SixJourneys.All]);

    [Fact]
    public async Task Customer_enters_and_gets_the_message_in_one_answer()
    {
        await customers.RecordAsync("ada", "purchase_success");

        Assert.Equal("next=0", await customers.AskAsync("thank_you", "0"));
        Assert.Equal(
            ["entered", "claimed", "sent"],
            customers.Store.Notes.Where(note => note.Journey == "thank_you").Select(note => note.Outcome.ToString().ToLowerInvariant()));
    }

    [Fact]
    public async Task Same_question_within_two_minutes_gets_the_same_answer_and_later_none()
    {
        await customers.RecordAsync("ada", "purchase_success");
        await customers.AskAsync("thank_you", "0");

        customers.Time.Advance(JourneyPassage.SameAnswer);
        Assert.Equal("next=0", await customers.AskAsync("thank_you", "0"));
        customers.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("exit", await customers.AskAsync("thank_you", "0"));
    }

    [Fact]
    public async Task Who_has_no_entry_of_the_version_leaves()
    {
        Assert.Equal("exit", await customers.AskAsync("welcome", "0"));
        await customers.RecordAsync("ada", "newsletter_signup");

        customers.Deploy(new() { Journeys = [SixJourneys.Welcome with { Steps = [SixJourneys.Send("welcome")] }] });
        await customers.RecordAsync("ada", "newsletter_signup", ago: TimeSpan.FromMinutes(-1));

        Assert.Equal("exit", await customers.AskAsync("welcome", "0"));
    }

    [Fact]
    public async Task Entry_that_pinpoint_never_confirms_blocks_nothing()
    {
        await customers.RecordAsync("ada", "newsletter_signup");
        customers.Time.Advance(TimeSpan.FromMinutes(5));
        await customers.RecordAsync("ada", "newsletter_signup");

        Assert.Equal("next=0", await customers.AskAsync("welcome", "0"));
        customers.Time.Advance(TimeSpan.FromDays(10));
        await customers.RecordAsync("ada", "newsletter_signup");
        Assert.Contains(customers.Store.Notes, note => note is { Journey: "welcome", Reason: JourneyReason.Again });
        Assert.Equal("exit", await customers.AskAsync("welcome", "0", runner: "j-2"));
    }

    [Fact]
    public async Task Only_the_journey_that_took_the_customer_moves_the_entry_on()
    {
        await customers.RecordAsync("ada", "newsletter_signup");

        Assert.Equal("next=0", await customers.AskAsync("welcome", "0", runner: "j-1"));
        Assert.Equal("exit", await customers.AskAsync("welcome", "0", runner: "j-2"));
    }

    [Fact]
    public async Task Message_does_not_come_after_an_until()
    {
        await customers.RecordAsync("ada", "newsletter_signup");
        await customers.AskAsync("welcome", "0");
        await customers.RecordAsync("ada", "purchase_success");
        customers.Time.Advance(TimeSpan.FromDays(3));

        Assert.Equal("exit", await customers.AskAsync("welcome", "2"));
        Assert.Contains(
            customers.Store.Notes,
            note => note is { Journey: "welcome", Outcome: JourneyOutcome.Left, Reason: JourneyReason.Until });
    }

    [Fact]
    public async Task Moments_cannot_be_skipped()
    {
        await customers.RecordAsync("ada", "newsletter_signup");

        Assert.Equal("exit", await customers.AskAsync("welcome", "2"));
        Assert.Equal("next=0", await customers.AskAsync("welcome", "0"));
        customers.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal("next=2", await customers.AskAsync("welcome", "2"));
    }

    [Theory]
    [InlineData(false, false, "2.else.0", "exit")]
    [InlineData(true, true, "2.then.0", "next=4.then.0")]
    public async Task Branches_are_asked_for_what_happened_and_who_the_customer_is(bool did, bool premium, string way, string end)
    {
        await customers.RecordAsync("ada", "subscription_started");
        Assert.Equal("next=0", await customers.AskAsync("onboarding", "0"));
        if (did)
        {
            await customers.RecordAsync("ada", "feature_used");
        }

        customers.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal($"next={way}", await customers.AskAsync("onboarding", "2"));
        customers.Attributes["ada"] = new JsonObject { ["tier"] = new JsonArray(premium ? "premium" : "basic") };
        customers.Time.Advance(TimeSpan.FromDays(5));
        Assert.Equal(end, await customers.AskAsync("onboarding", "4"));
    }

    [Fact]
    public async Task Message_waits_for_its_hours_and_is_asked_for_again()
    {
        customers.Time.Advance(TimeSpan.FromHours(8));
        await customers.RecordAsync("ada", "cart_updated", value: 30);
        Assert.Equal("next=0", await customers.AskAsync("abandoned_cart", "0"));
        customers.Time.Advance(TimeSpan.FromHours(4));

        // 22:00; the hours begin at 09:00, and half an hour of spreading follows: 11 to 12 hours.
        Assert.Equal("next=later large=12 small=0", await customers.AskAsync("abandoned_cart", "1"));
        Assert.Equal("next=later large=12 small=0", await customers.AskAsync("abandoned_cart", "1"));
        customers.Time.Advance(TimeSpan.FromHours(12));
        Assert.Equal("next=1", await customers.AskAsync("abandoned_cart", "1/again"));
    }

    [Fact]
    public async Task Who_bought_while_the_message_waited_for_its_hours_does_not_get_it()
    {
        customers.Time.Advance(TimeSpan.FromHours(8));
        await customers.RecordAsync("ada", "cart_updated", value: 30);
        await customers.AskAsync("abandoned_cart", "0");
        customers.Time.Advance(TimeSpan.FromHours(4));
        await customers.AskAsync("abandoned_cart", "1");
        await customers.RecordAsync("ada", "purchase_success");
        customers.Time.Advance(TimeSpan.FromHours(12));

        Assert.Equal("exit", await customers.AskAsync("abandoned_cart", "1/again"));
    }

    [Fact]
    public async Task Event_that_does_not_fit_where_starts_nothing()
    {
        await customers.RecordAsync("ada", "cart_updated", value: 19);

        Assert.Null(customers.Store["ada"]?.Enrollments.GetValueOrDefault("abandoned_cart"));
        Assert.Equal("exit", await customers.AskAsync("abandoned_cart", "0"));
    }

    [Fact]
    public async Task Customer_enters_anew_once_the_passage_has_ended()
    {
        await customers.RecordAsync("ada", "subscription_started");
        await customers.AskAsync("onboarding", "0");
        customers.Time.Advance(TimeSpan.FromDays(1));
        await customers.RecordAsync("ada", "subscription_started");
        Assert.Contains(customers.Store.Notes, note => note is { Journey: "onboarding", Reason: JourneyReason.Inside });

        // Pinpoint asks no more, as it does of those who opted out.
        customers.Time.Advance(TimeSpan.FromDays(3));
        await customers.RecordAsync("ada", "subscription_started");
        Assert.Contains(customers.Store.Notes, note => note is { Journey: "onboarding", Reason: JourneyReason.NoResult });
        Assert.Equal("next=0", await customers.AskAsync("onboarding", "0"));
    }

    [Fact]
    public async Task Answer_is_decided_anew_when_an_event_comes_between()
    {
        await customers.RecordAsync("ada", "newsletter_signup");
        await customers.AskAsync("welcome", "0");
        customers.Time.Advance(TimeSpan.FromDays(3));
        customers.Store.BeforeWrite =
            () => customers.Store.NoteAsync("ada", "purchase_success", customers.Time.GetUtcNow(), CancellationToken.None);

        Assert.Equal("exit", await customers.AskAsync("welcome", "2"));
    }

    [Fact]
    public async Task Question_fails_where_the_store_does()
    {
        customers.Store.Failure = new ServiceException(ServiceFailure.Failed, "Journeys: timeout");

        await Assert.ThrowsAsync<ServiceException>(() => customers.AskAsync("welcome", "0"));
    }

    [Fact]
    public async Task Event_that_no_journey_names_costs_no_call()
    {
        await customers.RecordAsync("ada", "page_view");
        var before = customers.Store.Calls;
        await customers.RecordAsync("ada", "page_view");

        Assert.Equal(1, customers.Store.Calls - before);
        Assert.Equal(2, customers.Recorded.Events.Count);
        Assert.Null(customers.Store["ada"]);
    }

    [Fact]
    public async Task Event_goes_back_to_the_queue_when_it_could_not_be_noted()
    {
        customers.Store.Failure = new ServiceException(ServiceFailure.Failed, "Journeys: timeout");

        Assert.Equal(["request-1"], await customers.RecordAsync("ada", "purchase_success"));
        Assert.Empty(customers.Recorded.Events);
        Assert.Empty(await customers.RecordAsync("ada", "purchase_success"));
    }
}
