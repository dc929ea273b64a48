using Engagement.Definitions.Announcements;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.CompanyEvents;

public class TextTemplateTests
{
    private static readonly string[] Pieces =
    [
        "{{a}}", "{{ b }}", "{{long-name}}", "{", "}", "}}", "x", " ", "é", "\U0001F600", "$1", "\\", "{{", "{{{a}}}",
    ];

    [Fact]
    public void Filled_text_holds_no_place_any_more() => Prop.ForAll(Texts, Plain, (text, value) =>
    {
        if (TextTemplate.TryParse(text, out var template, out _))
        {
            Assert.DoesNotContain("{{", template.Fill(Values(template, value)), StringComparison.Ordinal);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_is_put_in_as_it_is_and_never_read_for_places_itself() => Prop.ForAll(Texts, text =>
    {
        if (TextTemplate.TryParse(text, out var template, out _))
        {
            var filled = template.Fill(Values(template, "{{a}}$0"));
            Assert.Equal(template.LiteralLength + (Occurrences(template) * "{{a}}$0".Length), filled.Length);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_a_template_or_has_an_objection() => Prop.ForAll(Texts, text =>
    {
        var parsed = TextTemplate.TryParse(text, out var template, out var objection);
        Assert.Equal((parsed, !parsed), (template is not null, objection is not null));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_back_says_the_same() => Prop.ForAll(Texts, text =>
    {
        if (TextTemplate.TryParse(text, out var template, out _))
        {
            Assert.True(TextTemplate.TryParse(template.ToString(), out var again, out _));
            Assert.Equal(template.Fill(Values(template, "v")), again.Fill(Values(again, "v")));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Attributes_are_listed_once_in_the_order_of_the_text()
    {
        Assert.True(TextTemplate.TryParse("{{b}} {{a}}{{b}}!", out var template, out _));
        Assert.Equal(["b", "a"], template.Attributes);
        Assert.Equal(2, template.LiteralLength);
    }

    private static Arbitrary<string> Texts => Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static Arbitrary<string> Plain => Gen.Elements("x", "", "}}", "4.2", "日本").ToArbitrary();

    private static int Occurrences(TextTemplate template) => template.ToString().Split("{{").Length - 1;

    private static Dictionary<string, string> Values(TextTemplate template, string value) =>
        template.Attributes.ToDictionary(name => name, _ => value);
}
