using Engagement.Identity;
using Engagement.Pixel;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Pixel;

public class IdentityRuleTests
{
    private const string Signed = "subscription_started";

    [Fact]
    public void Unsigned_user_attributes_change_nothing_and_are_counted()
    {
        var message = PixelMessage.For("newsletter_signup").With("usat_plan", "gold").With("usat_vip", "undefined").With("user_id", "u-1");
        Assert.Null(message.Recorded().User);
        Assert.Equal(new DroppedParameters { UnsignedUser = 2 }, message.Dropped());
    }

    [Fact]
    public void Valid_signature_lets_user_attributes_and_user_id_in()
    {
        var user = PixelMessage.For(Signed)
            .With("usat_renewal_date", "2026-12-24")
            .With("user_id", "u-1")
            .Signed(userId: "u-1")
            .Recorded().User!;
        Assert.Equal(("u-1", "2026-12-24T08:00:00Z"), (user.UserId, user.Attributes["renewal_date"]));
    }

    [Fact]
    public void Valid_signature_on_an_anonymous_event_lets_the_user_id_in() =>
        Assert.Equal("u-1", PixelMessage.For("newsletter_signup").With("user_id", "u-1").Signed(userId: "u-1").Recorded().User!.UserId);

    [Fact]
    public void Signed_request_that_says_nothing_of_the_user_updates_nothing() =>
        Assert.Null(PixelMessage.For(Signed).Signed().Recorded().User);

    [Fact]
    public void User_attribute_that_the_plan_does_not_list_is_dropped_even_when_signed()
    {
        var message = PixelMessage.For(Signed).With("usat_vip", "yes").Signed();
        Assert.Null(message.Recorded().User);
        Assert.Equal(1, message.Dropped().Unlisted);
    }

    [Fact]
    public void Signed_event_without_a_signature_is_rejected() =>
        Assert.Equal(RejectionReason.SignatureMissing, PixelMessage.For(Signed).Rejected().Reason);

    [Fact]
    public void Signature_that_GTM_found_no_value_for_is_missing() =>
        Assert.Equal(
            RejectionReason.SignatureMissing,
            PixelMessage.For(Signed).With("sig", "undefined").With("exp", "undefined").Rejected().Reason);

    [Theory]
    [InlineData(Signed)]
    [InlineData("newsletter_signup")]
    public void Signature_is_judged_by_the_requests_own_time(string type)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(PixelMessage.DefaultTime.ToUnixTimeSeconds());
        Assert.IsType<PixelAccepted>(PixelMessage.For(type).Signed(expiry: second.AddSeconds(1)).Decide());
        Assert.Equal(RejectionReason.SignatureExpired, PixelMessage.For(type).Signed(expiry: second).Rejected().Reason);
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData("newsletter_signup")]
    public void Signature_for_something_else_is_rejected(string type)
    {
        var otherEndpoint = PixelMessage.For(type).Signed("user-43");
        var otherUser = PixelMessage.For(type).With("user_id", "u-1").Signed(userId: "u-2");
        var addedUser = PixelMessage.For(type).With("user_id", "u-1").Signed();
        var removedUser = PixelMessage.For(type).Signed(userId: "u-1");
        var laterExpiry = PixelMessage.For(type).Signed().With("exp", "9999999999");
        var foreignKey = PixelMessage.For(type).Signed(key: "another key");
        Assert.All(
            [otherEndpoint, otherUser, addedUser, removedUser, laterExpiry, foreignKey],
            message => Assert.Equal(RejectionReason.SignatureInvalid, message.Rejected().Reason));
    }

    [Theory]
    [InlineData("x", "1800000000")]
    [InlineData("%%%", "1800000000")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "1800000000")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "soon")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "-1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "99999999999999999999")]
    public void What_is_no_signature_is_rejected(string signature, string expiry) =>
        Assert.Equal(
            RejectionReason.SignatureInvalid,
            PixelMessage.For(Signed).With("sig", signature).With("exp", expiry).Rejected().Reason);

    [Theory]
    [InlineData(Signed)]
    [InlineData("newsletter_signup")]
    public void Signature_is_valid_for_31_days_at_most(string type)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(PixelMessage.DefaultTime.ToUnixTimeSeconds());
        Assert.IsType<PixelAccepted>(PixelMessage.For(type).Signed(expiry: second.AddDays(31)).Decide());
        var rejected = PixelMessage.For(type).Signed(expiry: second.AddDays(31).AddSeconds(1)).Rejected();
        Assert.Equal(
            (RejectionReason.ExpiryTooFar, "the identity signature is valid for more than 31 days after the request (setting "
                + "identity:maximumValidityDays)"),
            (rejected.Reason, rejected.Message));
    }

    [Fact]
    public void A_setting_says_how_long_a_signature_may_be_valid()
    {
        var rules = new PixelRules(Rules.Shipped, TimeSpan.FromDays(2));
        Assert.IsType<PixelAccepted>(
            rules.Decide(PixelMessage.For(Signed).Signed(expiry: PixelMessage.DefaultTime.AddDays(2)).ToString(), Rules.Keys));
        var rejected = rules.Decide(PixelMessage.For(Signed).Signed(expiry: PixelMessage.DefaultTime.AddDays(3)).ToString(), Rules.Keys);
        Assert.Contains("more than 2 days", Assert.IsType<PixelRejected>(rejected).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Expiry_in_milliseconds_is_told_as_such_whatever_was_signed()
    {
        var expiry = PixelMessage.DefaultTime.AddHours(1);
        var milliseconds = expiry.ToUnixTimeMilliseconds();
        var sent = PixelMessage.For(Signed).Signed(expiry: expiry).With("exp", $"{milliseconds}").Rejected();
        var signed = PixelMessage.For(Signed)
            .With("sig", IdentitySignature.Compute("user-42", null, milliseconds, Rules.Key))
            .With("exp", $"{milliseconds}")
            .Rejected();
        Assert.All([sent, signed], rejected => Assert.Equal(
            (RejectionReason.ExpiryInMilliseconds, "'exp' is in milliseconds; it is expected in Unix seconds, such as 1796122800"),
            (rejected.Reason, rejected.Message)));
    }

    [Fact]
    public void No_expiry_makes_a_signature_valid_for_longer() => Prop.ForAll(Gen.Choose(-4_000_000, 4_000_000).ToArbitrary(), seconds =>
    {
        var expiry = PixelMessage.DefaultTime.ToUnixTimeSeconds() + seconds;
        var decision = PixelMessage.For(Signed)
            .With("sig", IdentitySignature.Compute("user-42", null, expiry, Rules.Key))
            .With("exp", $"{expiry}")
            .Decide();
        Assert.Equal(seconds > 0 && seconds <= TimeSpan.FromDays(31).TotalSeconds, decision is PixelAccepted);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Both_keys_work_during_a_rotation()
    {
        Assert.IsType<PixelAccepted>(PixelMessage.For(Signed).Signed(key: Rules.Key).Decide());
        Assert.IsType<PixelAccepted>(PixelMessage.For(Signed).Signed(key: Rules.PreviousKey).Decide());
        var afterwards = new PixelRules(Rules.Shipped).Decide(
            PixelMessage.For(Signed).Signed(key: Rules.PreviousKey).ToString(),
            SigningKeys.Create(Rules.Key));
        Assert.Equal(RejectionReason.SignatureInvalid, Assert.IsType<PixelRejected>(afterwards).Reason);
    }

    [Fact]
    public void Without_keys_only_what_needs_them_is_undecided()
    {
        var rules = new PixelRules(Rules.Shipped);
        Assert.IsType<PixelUndecided>(rules.Decide(PixelMessage.For(Signed).Signed().ToString(), keys: null));
        Assert.IsType<PixelRejected>(rules.Decide(PixelMessage.For(Signed).ToString(), keys: null));
        Assert.IsType<PixelAccepted>(rules.Decide(PixelMessage.For("newsletter_signup").ToString(), keys: null));
    }
}
