using Engagement.Pixel;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Pixel;

public class ValueFidelityTests
{
    public static TheoryData<string> Values =>
    [
        "a, b", "50% off", "A&B", "x}y", "{", "u+1@x.com", "#1", "\"", "'", "\\", "first\nsecond", "日本", "🎉", "a=b", "%2B",
        " x ", "\u200b", "undefined?", "Null",
        "NULL", "tab\there", "$util.urlEncode('x')", "${x}", "null;null", "x\r\n", "é",
        new string('x', 200), string.Concat(Enumerable.Repeat("🎉", 100)),
    ];

    public static TheoryData<string> AbsentValues =>
        [
            "", " ", "\u00a0\t", "undefined", "null", "NaN", "[object Object]", " undefined ",
            "[object Object],[object Object]", "null, undefined", ",",
        ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_arrives_exactly(string value) =>
        Assert.Equal(value, PixelMessage.For("purchase_success").With("evat_currency", value).Recorded().Attributes["currency"]);

    [Theory]
    [MemberData(nameof(AbsentValues))]
    public void Absent_value_leaves_the_attribute_out(string value)
    {
        var message = PixelMessage.For("purchase_success").With("evat_currency", value).With("evme_value", value);
        Assert.Empty(message.Recorded().Attributes);
        Assert.Empty(message.Recorded().Metrics);
        Assert.Equal(default, message.Dropped());
    }

    [Theory]
    [MemberData(nameof(AbsentValues))]
    public void Absent_event_and_endpoint_are_missing(string value)
    {
        Assert.Equal(RejectionReason.MissingEvent, PixelMessage.For(value).Rejected().Reason);
        Assert.Equal(RejectionReason.MissingEndpointId, PixelMessage.For("purchase_success", value).Rejected().Reason);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData(" 0 ")]
    public void What_names_nobody_is_no_endpoint_and_stays_a_value(string value)
    {
        Assert.Equal(RejectionReason.MissingEndpointId, PixelMessage.For("purchase_success", value).Rejected().Reason);
        Assert.Equal(value, PixelMessage.For("purchase_success").With("evat_currency", value).Recorded().Attributes["currency"]);
    }

    [Fact]
    public void Any_list_of_nothing_is_nothing_and_with_one_value_it_is_a_value() =>
        Prop.ForAll(Nothing.NonEmptyListOf().ToArbitrary(), items =>
        {
            var list = string.Join(',', items);
            Assert.True(AbsentValue.Is(list));
            Assert.True(AbsentValue.IsAsId(list));
            Assert.False(AbsentValue.Is($"{list},x"));
            Assert.False(AbsentValue.IsAsId($"x,{list}"));
            Assert.False(AbsentValue.Is($"0,{list}"));
            Assert.True(AbsentValue.IsAsId($"0,{list}"));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_duplicates_the_last_wins()
    {
        var message = PixelMessage.For("newsletter_signup", "first")
            .With("event", "purchase_success").With("endpoint_id", "second")
            .With("evat_value", "1").With("evat_value", "2").With("evme_value", "1").With("evme_value", "2");
        var recorded = message.Recorded();
        Assert.Equal(
            ("purchase_success", "second", "2", 2.0),
            (recorded.Type, recorded.EndpointId, recorded.Attributes["value"], recorded.Metrics["value"]));
    }

    [Fact]
    public void Absent_duplicate_takes_an_earlier_value_away() =>
        Assert.Empty(PixelMessage.For("purchase_success").With("evat_value", "1").With("evat_value", "undefined").Recorded().Attributes);

    [Fact]
    public void Time_and_id_are_the_requests()
    {
        var recorded = PixelMessage.For("newsletter_signup").WithFact("id", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef").Recorded();
        Assert.Equal("c6af9ac6-7b61-11e6-9a41-93e8deadbeef", recorded.RequestId);
        Assert.Equal(PixelMessage.DefaultTime, recorded.At);
    }

    [Fact]
    public void Any_text_round_trips() => Prop.ForAll(Texts, text =>
    {
        var message = PixelMessage.For("anything", "e").With("evat_" + "name", text);
        var recorded = message.Recorded(Rules.AnyEvent);
        Assert.Equal(AbsentValue.Is(text) ? null : text, recorded.Attributes.GetValueOrDefault("name"));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_endpoint_id_without_control_characters_and_braces_round_trips() => Prop.ForAll(Texts, text =>
    {
        var id = "u"
            + string.Concat(
                text.Where(character => !char.IsControl(character) && !"${}\u2028\u2029".Contains(character, StringComparison.Ordinal))
                    .Take(100));
        id = char.IsHighSurrogate(id[^1]) ? id[..^1] : id;
        Assert.Equal(id, PixelMessage.For("newsletter_signup", id).Recorded().EndpointId);
    }).QuickCheckThrowOnFailure();

    private static Gen<string> Nothing =>
        from before in Gen.Elements("", " ", "\t", "\u00a0", "\ufeff\u2003")
        from word in Gen.Elements("", "undefined", "null", "NaN", "[object Object]")
        from after in Gen.Elements("", "  ", "\r\n", "\u3000")
        select before + word + after;

    // Any Unicode scalar values but U+FFFD, the length of an attribute's value.
    private static Arbitrary<string> Texts => Gen.OneOf(
            Gen.Choose(0, 0x7f), Gen.Choose(0x80, 0xd7ff), Gen.Choose(0xe000, 0xfffc), Gen.Choose(0x10000, 0x10ffff))
        .ListOf().Select(runes => string.Concat(runes.Take(100).Select(char.ConvertFromUtf32))).ToArbitrary();
}
