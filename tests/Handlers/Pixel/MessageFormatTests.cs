using Engagement.Pixel;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Pixel;

public class MessageFormatTests
{
    [Theory]
    [InlineData("", "it has not exactly two lines")]
    [InlineData("id=1&at=1", "it has not exactly two lines")]
    [InlineData("id=1&at=1\nevent=a\n", "it has not exactly two lines")]
    [InlineData("{\"id\":1}\n", "its first line has no usable 'id'")]
    [InlineData("at=1\nevent=a", "its first line has no usable 'id'")]
    [InlineData("id=&at=1\nevent=a", "its first line has no usable 'id'")]
    [InlineData("id=a%0Ab&at=1\nevent=a", "its first line has no usable 'id'")]
    [InlineData("id=1\nevent=a", "its first line has no usable 'at' (epoch milliseconds)")]
    [InlineData("id=1&at=yesterday\nevent=a", "its first line has no usable 'at' (epoch milliseconds)")]
    [InlineData("id=1&at=-1\nevent=a", "its first line has no usable 'at' (epoch milliseconds)")]
    [InlineData("id=1&at=99999999999999999\nevent=a", "its first line has no usable 'at' (epoch milliseconds)")]
    [InlineData("id=1&at=1&ua=%zz\nevent=a", "its first line is not URL-encoded text")]
    public void Foreign_message_is_unreadable(string body, string problem) =>
        Assert.Equal(problem, Assert.IsType<PixelUnreadable>(Rules.Decide(body)).Problem);

    [Theory]
    [InlineData("event=a&x=%")]
    [InlineData("event=a&x=%4")]
    [InlineData("event=a&x=%zz")]
    [InlineData("event=a&x=%ff")]
    [InlineData("event=a&x=%e6%97")]
    [InlineData("event=a&x=%e6%97x")]
    [InlineData("event=a&x=%ed%a0%80")]
    [InlineData("event=a&x=%c0%80")]
    [InlineData("event=a&x=caf%EF%BF%BD")]
    [InlineData("event=a&caf%EF%BF%BD=x")]
    [InlineData("event=a&x=caf\ufffd")]
    [InlineData("event=a&%=1")]
    [InlineData("event=a&x= ")]
    [InlineData("event=a&x=1\r")]
    public void Malformed_query_is_rejected(string query)
    {
        var rejected = Assert.IsType<PixelRejected>(Rules.Decide($"id=1&at=1\n{query}"));
        Assert.Equal(RejectionReason.MalformedQuery, rejected.Reason);
        Assert.Equal("(unlisted)", rejected.EventType);
    }

    [Theory]
    [InlineData("event=newsletter_signup&endpoint_id=e")]
    [InlineData("&&event=newsletter_signup&&endpoint_id=e&")]
    [InlineData("event=newsletter%5Fsignup&endpoint%5fid=%65")]
    public void Equal_encodings_are_equal(string query) =>
        Assert.Equal("e", Assert.IsType<PixelAccepted>(Rules.Decide($"id=1&at=1\n{query}")).Event.EndpointId);

    [Fact]
    public void Empty_query_lacks_its_event() =>
        Assert.Equal(RejectionReason.MissingEvent, Assert.IsType<PixelRejected>(Rules.Decide("id=1&at=1\n")).Reason);

    [Fact]
    public void Parameter_without_a_value_is_absent() =>
        Assert.Equal(RejectionReason.MissingEvent, Assert.IsType<PixelRejected>(Rules.Decide("id=1&at=1\nevent&endpoint_id=e")).Reason);

    [Fact]
    public void Any_text_is_decided_on() =>
        Prop.ForAll(Bodies, body => Assert.NotNull(Rules.Decide(body, Rules.AnyEvent))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_query_of_a_readable_message_is_accepted_or_rejected() => Prop.ForAll(Bodies, query =>
    {
        var decision = Rules.Decide("id=1&at=1\n" + query.Replace("\n", "", StringComparison.Ordinal), Rules.AnyEvent);
        Assert.True(decision is PixelAccepted or PixelRejected, decision.ToString());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Long_message_is_read_like_a_short_one()
    {
        var message = PixelMessage.For("purchase_success");
        for (var i = 0; i < 1_000; i++)
        {
            message.With($"evat_x{i}", "a value that is not listed");
        }

        Assert.Equal("EUR", message.With("evat_currency", "EUR").Recorded().Attributes["currency"]);
        Assert.Equal(1_000, message.Dropped().Unlisted);
    }

    private static Arbitrary<string> Bodies => Gen.OneOf(
            Gen.Elements(
                "id=1", "at=1", "event=purchase_success", "endpoint_id=e", "evat_", "evme_", "usat_", "sig=", "exp=", "&", "=",
                "\n", "%", "%4", "%41", "%e6%97%a5", "%ff", "+", " ", "\0", "é", "\ud800"),
            ArbMap.Default.GeneratorFor<char>().Select(character => character.ToString()))
        .ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
}
