using Engagement.Definitions;
using Engagement.Pixel;

namespace Handlers.Tests.Pixel;

public class LimitTests
{
    [Fact]
    public void Longest_event_type_is_taken_and_a_longer_one_is_not()
    {
        Assert.Equal(Long(50), PixelMessage.For(Long(50)).Recorded(Rules.AnyEvent).Type);
        var rejected = PixelMessage.For(Long(51)).Rejected(Rules.AnyEvent);
        Assert.Equal((RejectionReason.NameTooLong, "(unlisted)"), (rejected.Reason, rejected.EventType));
        Assert.Equal("the event type has more than 50 characters", rejected.Message);
    }

    [Theory]
    [InlineData("evat_")]
    [InlineData("evme_")]
    [InlineData("usat_")]
    public void Longest_name_is_taken_and_a_longer_one_is_not(string prefix)
    {
        Assert.IsType<PixelAccepted>(PixelMessage.For("any").Signed().With(prefix + Long(50), "1").Decide(Rules.AnyEvent));
        var rejected = PixelMessage.For("any").Signed().With(prefix + Long(51), "1").Rejected(Rules.AnyEvent);
        Assert.Equal(
            (RejectionReason.NameTooLong, $"a name after '{prefix}' has more than 50 characters"),
            (rejected.Reason, rejected.Message));
    }

    [Theory]
    [InlineData("any", "evat_a#")]
    [InlineData("any", "evat_a:b")]
    [InlineData("any", "evme_")]
    [InlineData("any", "usat_a\nb")]
    [InlineData("a/b", "evat_a")]
    [InlineData("a\nb", "evat_a")]
    public void Unfit_name_is_refused(string type, string parameter) =>
        Assert.Equal(RejectionReason.NameNotAllowed, PixelMessage.For(type).Signed().With(parameter, "1").Rejected(Rules.AnyEvent).Reason);

    [Fact]
    public void Longest_value_is_taken_and_a_longer_one_is_not()
    {
        Assert.Equal(200, PixelMessage.For("purchase_success").With("evat_value", Long(200)).Recorded().Attributes["value"].Length);
        var rejected = PixelMessage.For("purchase_success").With("evat_value", Long(201)).Rejected();
        Assert.Equal((RejectionReason.ValueTooLong, "'evat_value' has more than 200 characters"), (rejected.Reason, rejected.Message));
        Assert.Equal(
            "a value after 'evat_' has more than 200 characters",
            PixelMessage.For("any").With("evat_x", Long(201)).Rejected(Rules.AnyEvent).Message);
    }

    [Fact]
    public void Longest_user_attribute_is_taken_and_a_longer_one_is_not()
    {
        var message = () => PixelMessage.For("subscription_started").Signed();
        Assert.Equal(
            100,
            PixelMessage.For("any").Signed().With("usat_plan", Long(100)).Recorded(Rules.AnyEvent).User!.Attributes["plan"].Length);
        var rejected = message().With("usat_renewal_date", Long(101)).Rejected();
        Assert.Equal(
            (RejectionReason.ValueTooLong, "'usat_renewal_date' has more than 100 characters"),
            (rejected.Reason, rejected.Message));
    }

    [Fact]
    public void Longest_ids_are_taken_and_longer_ones_are_not()
    {
        Assert.Equal(128, PixelMessage.For("newsletter_signup", Long(128)).Recorded().EndpointId.Length);
        Assert.Equal(RejectionReason.IdTooLong, PixelMessage.For("newsletter_signup", Long(129)).Rejected().Reason);
        Assert.Equal(
            128,
            PixelMessage.For("newsletter_signup").With("user_id", Long(128)).Signed(userId: Long(128)).Recorded().User!.UserId!.Length);
        Assert.Equal(
            RejectionReason.IdTooLong,
            PixelMessage.For("newsletter_signup").With("user_id", Long(129)).Signed(userId: Long(129)).Rejected().Reason);
    }

    [Fact]
    public void Control_character_in_an_id_is_refused()
    {
        Assert.Equal(RejectionReason.IdNotAllowed, PixelMessage.For("newsletter_signup", "a\nb").Rejected().Reason);
        Assert.Equal(
            RejectionReason.IdNotAllowed,
            PixelMessage.For("newsletter_signup").With("user_id", "a\nb").Signed(userId: "a\nb").Rejected().Reason);
    }

    [Theory]
    [InlineData("user-$1")]
    [InlineData("{{Endpoint id}}")]
    [InlineData("a\u2028b")]
    [InlineData("\u200b\u3164")]
    public void Id_that_Pinpoint_or_a_person_cannot_take_is_refused(string id)
    {
        Assert.Equal(RejectionReason.IdNotAllowed, PixelMessage.For("newsletter_signup", id).Rejected().Reason);
        Assert.Equal(RejectionReason.IdNotAllowed, PixelMessage.For("newsletter_signup", id).Signed(id).Rejected().Reason);
    }

    [Theory]
    [InlineData("gold\r\nBcc: x@example.com", "'usat_nickname' holds a control character, such as a line break")]
    [InlineData("a\u2028b", "'usat_nickname' holds a control character, such as a line break")]
    [InlineData("\u200b", "'usat_nickname' holds nothing that can be seen")]
    public void User_attribute_that_messages_cannot_show_is_refused(string value, string message)
    {
        var plan = TrackingPlan.Parse("events: { hello: { identity: signed, userAttributes: [nickname] } }", "events.yaml");
        var rejected = PixelMessage.For("hello").With("usat_nickname", value).Signed().Rejected(plan);
        Assert.Equal((RejectionReason.ValueNotAllowed, message), (rejected.Reason, rejected.Message));
        Assert.Equal(1, PixelMessage.For("newsletter_signup").With("usat_nickname", value).Dropped().UnsignedUser);
    }

    [Fact]
    public void Forty_attributes_and_metrics_are_taken_and_one_more_is_not()
    {
        Assert.IsType<PixelAccepted>(With(20, 20).Decide(Rules.AnyEvent));
        var rejected = With(20, 21).Rejected(Rules.AnyEvent);
        Assert.Equal(
            (RejectionReason.TooManyAttributes, "the event has more than 40 attributes and metrics"),
            (rejected.Reason, rejected.Message));

        static PixelMessage With(int attributes, int metrics)
        {
            var message = PixelMessage.For("any");
            Enumerable.Range(0, attributes).ToList().ForEach(i => message.With($"evat_{i}", "x"));
            Enumerable.Range(0, metrics).ToList().ForEach(i => message.With($"evme_{i}", "1"));
            return message;
        }
    }

    [Fact]
    public void User_attributes_are_counted()
    {
        Assert.Equal(250, With(250).Recorded(Rules.AnyEvent).User!.Attributes.Count);
        Assert.Equal(RejectionReason.TooManyUserAttributes, With(251).Rejected(Rules.AnyEvent).Reason);

        static PixelMessage With(int count)
        {
            var message = PixelMessage.For("any").Signed();
            Enumerable.Range(0, count).ToList().ForEach(i => message.With($"usat_{i}", "x"));
            return message;
        }
    }

    [Theory]
    [InlineData("19.9", 19.9)]
    [InlineData("-1", -1)]
    [InlineData("1e3", 1000)]
    [InlineData(".5", 0.5)]
    [InlineData("0", 0)]
    public void Metric_is_read_as_a_decimal_number(string text, double number) =>
        Assert.Equal(number, PixelMessage.For("purchase_success").With("evme_value", text).Recorded().Metrics["value"]);

    [Theory]
    [InlineData("19,90")]
    [InlineData("1,000.5")]
    [InlineData("Infinity")]
    [InlineData("-∞")]
    [InlineData("1e400")]
    [InlineData("0x10")]
    [InlineData(" 1")]
    [InlineData("€5")]
    [InlineData("free")]
    public void Metric_that_is_no_finite_number_is_refused(string text)
    {
        var rejected = PixelMessage.For("purchase_success").With("evme_value", text).Rejected();
        Assert.Equal(
            (RejectionReason.MetricNotANumber, "'evme_value' is not a finite decimal number such as 19.9"),
            (rejected.Reason, rejected.Message));
    }

    private static string Long(int length) => new('x', length);
}
