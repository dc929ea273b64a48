using System.Globalization;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions.Topics;
using Engagement.Sending;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Consent;

public class AddressConsentTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Topic News = new() { Name = "news" };
    private static readonly Topic Appointments = new() { Name = "appointments", Kind = TopicKind.Transactional };

    private static readonly Gen<ConsentChoice[]> Choices =
        (from topic in Gen.Elements<string?>("news", "offers", null)
         from wants in Gen.Elements(true, false)
         from minute in Gen.Choose(0, 5)
         from id in Gen.Choose(0, 2)
         select new ConsentChoice(
             topic, wants, At(minute, $"{topic}{(wants ? "+" : "-")}{id.ToString(CultureInfo.InvariantCulture)}"))).ArrayOf();

    [Fact]
    public void Any_order_of_choices_with_any_of_them_twice_means_the_same() => Prop.ForAll(
        (from choices in Choices
         from order in Gen.Shuffle(choices.Concat(choices).ToArray())
         select (choices, order)).ToArbitrary(),
        each => Shown(each.choices) == Shown(each.order)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_order_of_feedback_and_lifts_with_any_of_them_twice_means_the_same() => Prop.ForAll(
        (from said in Gen.Zip(Gen.Elements("bounce", "complaint", "lift"), Gen.Choose(0, 5)).ArrayOf()
         from order in Gen.Shuffle(said.Concat(said).ToArray())
         select (said, order)).ToArbitrary(),
        each => Heard(each.said) == Heard(each.order)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("bounce", true)]
    [InlineData("bounce lift", false)]
    [InlineData("lift bounce", true)]
    [InlineData("bounce lift complaint", true)]
    [InlineData("bounce complaint lift", false)]
    public void A_lift_ends_what_feedback_said_before_and_not_what_it_says_later(string said, bool isSuppressed) => Assert.Equal(
        isSuppressed, Heard(said.Split(' ').Select((what, minute) => (what, minute))).Suppression is not null);

    [Theory]
    [InlineData("", true)]
    [InlineData("-news", false)]
    [InlineData("-news +news", true)]
    [InlineData("-offers", true)]
    [InlineData("-", false)]
    [InlineData("- +news", true)]
    [InlineData("+news -", false)]
    [InlineData("- +offers", false)]
    public void Of_a_topic_and_everything_what_was_said_later_holds(string said, bool wants)
    {
        var choices = said.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((text, minute) => new ConsentChoice(text.Length == 1 ? null : text[1..], text[0] == '+', At(minute, "r")));

        Assert.Equal(wants, After(choices).Wants("news"));
    }

    [Fact]
    public void Who_unsubscribed_gets_what_is_transactional_and_an_address_that_takes_nothing_gets_nothing()
    {
        var unsubscribed = After([new(null, Wants: false, At(0, "r"))]);
        var suppressed = unsubscribed.With(new Stamped<SuppressionReason>(SuppressionReason.Bounce, At(1, "f")));

        Assert.Equal(
            ("unsubscribed", null), (SendingRules.Objection(unsubscribed, News), SendingRules.Objection(unsubscribed, Appointments)));
        Assert.Equal(
            ("suppressed", "suppressed"), (SendingRules.Objection(suppressed, News), SendingRules.Objection(suppressed, Appointments)));
        Assert.Null(SendingRules.Objection(null, News));
    }

    [Fact]
    public void An_address_has_one_key_however_it_is_spelled() =>
        Assert.Equal(AddressKey.From("Ada@Example.com"), AddressKey.From("ada@example.com"));

    private static AddressConsent Heard(IEnumerable<(string What, int Minute)> said) =>
        said.Aggregate(AddressConsent.Unknown("k"), (consent, each) => each.What switch
        {
            "lift" => consent.Lift(At(each.Minute, "lift")),
            "bounce" => consent.With(new Stamped<SuppressionReason>(SuppressionReason.Bounce, At(each.Minute, "bounce"))),
            _ => consent.With(new Stamped<SuppressionReason>(SuppressionReason.Complaint, At(each.Minute, "complaint"))),
        });

    private static string Shown(IEnumerable<ConsentChoice> choices)
    {
        var consent = After(choices);
        return $"{consent.Everything} {string.Join(' ', consent.Topics.OrderBy(topic => topic.Key, StringComparer.Ordinal))}";
    }

    private static AddressConsent After(IEnumerable<ConsentChoice> choices) =>
        choices.Aggregate(AddressConsent.Unknown("k"), (consent, choice) => consent.With(choice));

    private static UpdateStamp At(int minute, string id) => new(Start.AddMinutes(minute), id);
}
