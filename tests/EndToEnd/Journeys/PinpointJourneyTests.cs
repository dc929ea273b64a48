namespace EndToEnd.Tests.Journeys;

/// <summary>Customers' journeys on Pinpoint, through the whole stack.</summary>
public sealed class PinpointJourneyTests
{
    [Fact]
    public async Task Customers_get_the_messages_that_answer_their_events()
    {
        await using var customers = await JourneyCustomers.StartAsync("ada", "bob", "cyd", "dan", "pia", "rob");

        // The first day, from 8:10.
        await customers.DoAsync("ada", "purchase_success", 10);
        await customers.DoAsync("bob", "newsletter_signup");
        await customers.DoAsync("cyd", "newsletter_signup");
        await customers.DoAsync("pia", "subscription_started");
        await customers.DoAsync("rob", "subscription_cancelled");
        await customers.PassUntilAsync(day: 1, hour: 18);
        await customers.DoAsync("dan", "cart_updated", 30);
        await customers.PassUntilAsync(day: 2, hour: 6);
        await customers.DoAsync("cyd", "purchase_success", 10);
        await customers.DoAsync("ada", "purchase_success", 10);
        await customers.DoAsync("pia", "feature_used");
        await customers.PassUntilAsync(day: 33, hour: 12);

        Assert.Equal(["01 08 thank-you"], await customers.MessagesOfAsync("ada"));
        Assert.Equal(["01 08 welcome", "04 08 tips"], await customers.MessagesOfAsync("bob"));
        Assert.Equal(["01 08 welcome", "02 06 thank-you"], await customers.MessagesOfAsync("cyd"));
        Assert.Equal(["02 10 cart", "03 10 cart-last"], await customers.MessagesOfAsync("dan"));
        Assert.Equal(
            ["01 08 onboarding-start", "03 08 onboarding-next", "08 08 premium-tour"], await customers.MessagesOfAsync("pia"));
        Assert.Empty(await customers.MessagesOfAsync("rob"));
    }
}
