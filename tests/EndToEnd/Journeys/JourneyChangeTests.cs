using System.Text.Json;

namespace EndToEnd.Tests.Journeys;

/// <summary>Deployments that change and remove journeys which customers are in.</summary>
public sealed class JourneyChangeTests
{
    [Fact]
    public async Task Who_is_inside_finishes_as_begun_and_who_is_in_a_removed_journey_gets_nothing_more()
    {
        await using var customers = await JourneyCustomers.StartAsync("ada", "bob", "pia");
        await customers.DoAsync("ada", "newsletter_signup");
        await customers.DoAsync("pia", "subscription_started");
        customers.Editable.Edit("journeys.yaml", "- wait: P3D\n      - send: tips", "- wait: P1D\n      - send: offer-a");
        customers.Editable.Cut("journeys.yaml", "  onboarding:", "  review:");

        var deployed = await customers.DeployAsync();

        Assert.Null(deployed.Error);
        Assert.Contains("Updated journey-welcome", deployed.Steps);
        Assert.Contains("Deleted journey-onboarding", deployed.Steps);
        Assert.True(
            deployed.Steps.ToList().IndexOf("Updated journeys") < deployed.Steps.ToList().IndexOf("Deleted journey-onboarding"),
            "the tombstone comes after the journey was cancelled");
        Assert.Equal(["ACTIVE", "ACTIVE"], await StatesAsync(customers, "journey-welcome-"));

        // Functions follow a deployment within a minute.
        await customers.PassAsync(TimeSpan.FromMinutes(2));
        await customers.DoAsync("bob", "newsletter_signup");
        await customers.PassAsync(TimeSpan.FromDays(10));

        Assert.Equal(["01 08 welcome", "04 08 tips"], await customers.MessagesOfAsync("ada"));
        Assert.Equal(["01 08 welcome", "02 08 offer-a"], await customers.MessagesOfAsync("bob"));
        Assert.Equal(["01 08 onboarding-start"], await customers.MessagesOfAsync("pia"));
        Assert.Equal(["CANCELLED", "ACTIVE"], await StatesAsync(customers, "journey-welcome-"));
    }

    [Fact]
    public async Task A_journey_that_is_changed_back_is_the_one_before_again()
    {
        await using var customers = await JourneyCustomers.StartAsync("ada", "bob");
        await customers.DoAsync("ada", "newsletter_signup");
        customers.Editable.Edit("journeys.yaml", "- wait: P3D", "- wait: P1D");
        Assert.Null((await customers.DeployAsync()).Error);
        customers.Editable.Edit("journeys.yaml", "- wait: P1D\n      - send: tips", "- wait: P3D\n      - send: tips");
        Assert.Null((await customers.DeployAsync()).Error);
        Assert.NotEqual(0, customers.Dev.Cloud.Authorizer.Permissions()
            .Single(permission => permission.Action == "mobiletargeting:UntagResource").Used);

        await customers.PassAsync(TimeSpan.FromMinutes(2));
        await customers.DoAsync("bob", "newsletter_signup");
        await customers.PassAsync(TimeSpan.FromDays(10));

        Assert.Equal(["01 08 welcome", "04 08 tips"], await customers.MessagesOfAsync("ada"));
        Assert.Equal(["01 08 welcome", "04 08 tips"], await customers.MessagesOfAsync("bob"));
        Assert.Equal(["ACTIVE", "CANCELLED"], await StatesAsync(customers, "journey-welcome-"));
    }

    private static async Task<IEnumerable<string?>> StatesAsync(JourneyCustomers customers, string prefix) =>
        (await customers.Dev.PinpointAsync(HttpMethod.Get, "journeys", null)).GetProperty("Item").EnumerateArray()
            .Where(journey => journey.GetProperty("Name").GetString()!.StartsWith(prefix, StringComparison.Ordinal))
            .Select(journey => journey.GetProperty("State").GetString());
}
