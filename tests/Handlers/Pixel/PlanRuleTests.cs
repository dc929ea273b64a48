using Engagement.Pixel;

namespace Handlers.Tests.Pixel;

public class PlanRuleTests
{
    [Fact]
    public void Unlisted_event_is_rejected_by_name()
    {
        var rejected = PixelMessage.For("purchase_failed").Rejected();
        Assert.Equal(
            (RejectionReason.UnknownEvent, "purchase_failed", "request-1", PixelMessage.DefaultTime),
            (rejected.Reason, rejected.EventType, rejected.RequestId, rejected.At));
        Assert.Equal("the tracking plan does not list the event", rejected.Message);
    }

    [Theory]
    [InlineData("jane@example.com")]
    [InlineData("Jane Doe")]
    [InlineData("日本")]
    public void Unlisted_event_that_may_be_personal_is_not_shown(string type) =>
        Assert.Equal("(unlisted)", PixelMessage.For(type).Rejected().EventType);

    [Fact]
    public void Unlisted_parameters_are_dropped_and_counted()
    {
        var message = PixelMessage.For("purchase_success")
            .With("evat_currency", "EUR")
            .With("evat_email", "x")
            .With("evme_tax", "not even a number")
            .With("utm_source", "x")
            .With("gtmcb", "1");
        Assert.Equal("currency", Assert.Single(message.Recorded().Attributes).Key);
        Assert.Empty(message.Recorded().Metrics);
        Assert.Equal(new DroppedParameters { Unlisted = 2, Unknown = 1 }, message.Dropped());
    }

    [Fact]
    public void Unknown_event_is_recorded_with_all_it_carries_when_the_plan_says_so()
    {
        var recorded = PixelMessage.For("new_thing").With("evat_a", "1").With("evme_b", "2").Recorded(Rules.AnyEvent);
        Assert.Equal(("new_thing", "1", 2.0), (recorded.Type, recorded.Attributes["a"], recorded.Metrics["b"]));
    }

    [Fact]
    public void Listed_event_keeps_its_rules_when_unknown_ones_are_accepted()
    {
        Assert.Equal(1, PixelMessage.For("purchase_success").With("evat_a", "1").Dropped(Rules.AnyEvent).Unlisted);
        Assert.Equal(RejectionReason.SignatureMissing, PixelMessage.For("subscription_started").Rejected(Rules.AnyEvent).Reason);
    }

    [Theory]
    [InlineData("_email.open")]
    [InlineData("_session.start")]
    [InlineData("company.feature_release")]
    [InlineData("Company.feature_release")]
    public void Reserved_event_is_refused_whatever_the_plan_says(string type)
    {
        Assert.Equal(RejectionReason.ReservedEvent, PixelMessage.For(type).Rejected(Rules.AnyEvent).Reason);
        Assert.Equal(RejectionReason.ReservedEvent, PixelMessage.For(type).Signed().Rejected(Rules.AnyEvent).Reason);
    }

    [Theory]
    [InlineData("company")]
    [InlineData("COMPANY")]
    public void Company_endpoint_is_refused_even_when_signed(string endpoint)
    {
        Assert.Equal(RejectionReason.ReservedEndpoint, PixelMessage.For("newsletter_signup", endpoint).Rejected().Reason);
        Assert.Equal(
            RejectionReason.ReservedEndpoint,
            PixelMessage.For("newsletter_signup", endpoint).Signed(endpoint).Rejected(Rules.AnyEvent).Reason);
    }

    [Fact]
    public void Name_like_a_reserved_one_is_taken() =>
        Assert.Equal(
            ("companyx", "company-1"),
            PixelMessage.For("companyx", "company-1").Recorded(Rules.AnyEvent) is var e ? (e.Type, e.EndpointId) : default);
}
