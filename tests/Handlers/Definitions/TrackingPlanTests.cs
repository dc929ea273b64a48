using Engagement.Definitions;

namespace Handlers.Tests.Definitions;

public class TrackingPlanTests
{
    private static readonly TrackingPlan Shipped = TrackingPlan.Load(Path.Combine(AppContext.BaseDirectory, "definitions", "events.yaml"));

    [Fact]
    public void Shipped_plan_lists_its_events_in_order() => Assert.Equal(
        [
            "purchase_success", "subscription_started", "appointment_booked", "newsletter_signup", "cart_updated",
            "subscription_cancelled", "feature_used", "review_written", "return_requested",
        ],
        Shipped.Events.Select(planned => planned.Name));

    [Theory]
    [InlineData("purchase_success", EventIdentity.Anonymous, "value currency", "value", "")]
    [InlineData("subscription_started", EventIdentity.Signed, "plan term", "", "renewal_date")]
    [InlineData("appointment_booked", EventIdentity.Signed, "location", "", "appointment_at")]
    [InlineData("newsletter_signup", EventIdentity.Anonymous, "", "", "")]
    public void Shipped_events_carry_what_they_should(
        string name,
        EventIdentity identity,
        string attributes,
        string metrics,
        string userAttributes)
    {
        var planned = Shipped.Find(name)!;
        Assert.Equal(identity, planned.Identity);
        Assert.Equal(attributes, string.Join(' ', planned.Attributes));
        Assert.Equal(metrics, string.Join(' ', planned.Metrics));
        Assert.Equal(userAttributes, string.Join(' ', planned.UserAttributes));
        Assert.NotNull(planned.Description);
    }

    [Fact]
    public void Shipped_plan_refuses_unknown_events_and_honours_privacy_signals() =>
        Assert.True(Shipped is { AcceptUnknownEvents: false, HonorPrivacySignals: true });

    [Fact]
    public void Left_out_settings_are_the_careful_ones()
    {
        var plan = TrackingPlan.Parse("events: {}", "events.yaml");
        Assert.True(plan is { AcceptUnknownEvents: false, HonorPrivacySignals: true });
        Assert.Empty(plan.Events);
    }

    [Fact]
    public void Settings_are_read()
    {
        var plan = TrackingPlan.Parse("acceptUnknownEvents: true\nhonorPrivacySignals: false\nevents: {}", "events.yaml");
        Assert.True(plan is { AcceptUnknownEvents: true, HonorPrivacySignals: false });
    }

    [Theory]
    [InlineData("", "", "analytics_storage")]
    [InlineData("consent: [ad_storage, ad_user_data]\n", "", "ad_storage ad_user_data")]
    [InlineData("consent: [ad_storage]\n", ", consent: [analytics_storage]", "analytics_storage")]
    [InlineData("", ", consent: []", "")]
    [InlineData("consent: []\n", "", "")]
    public void Consent_is_the_events_own_or_the_plans_or_analytics_storage(string ofPlan, string ofEvent, string consent)
    {
        var plan = TrackingPlan.Parse($"{ofPlan}events: {{ a: {{ identity: anonymous{ofEvent} }} }}", "events.yaml");
        Assert.Equal(consent, string.Join(' ', plan.Find("a")!.Consent));
    }

    [Fact]
    public void Unlisted_event_is_not_found() => Assert.Null(Shipped.Find("purchase_failed"));
}
