using Engagement;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests;

public class TextRuleTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Sunday, 3:00")]
    [InlineData("日本 🎁 é")]
    [InlineData("👩‍💻 می‌خواهم")]
    [InlineData("שלום\u200f!")]
    [InlineData("e\u0301")]
    public void Text_that_people_write_is_taken(string text) => Assert.Null(TextRule.Objection(text));

    [Theory]
    [InlineData("caf\ufffd", "holds U+FFFD, which stands for bytes that are not UTF-8")]
    [InlineData("Sale\r\nBcc: x@example.com", "holds a control character, such as a line break")]
    [InlineData("a\u2028b", "holds a control character, such as a line break")]
    [InlineData("a\u2029b", "holds a control character, such as a line break")]
    [InlineData("a\u0085b", "holds a control character, such as a line break")]
    [InlineData("a\tb", "holds a control character, such as a line break")]
    [InlineData("a\u0000", "holds a control character, such as a line break")]
    [InlineData("a\u007f", "holds a control character, such as a line break")]
    [InlineData("\u200b", "holds nothing that can be seen")]
    [InlineData("\u00ad\u2060 \ufeff", "holds nothing that can be seen")]
    [InlineData("\u3164", "holds nothing that can be seen")]
    [InlineData("\u2800\u115f\uffa0", "holds nothing that can be seen")]
    [InlineData("\ufe0f", "holds nothing that can be seen")]
    [InlineData("\u202e\u2066", "holds nothing that can be seen")]
    public void Anything_else_is_told_in_words(string text, string objection) => Assert.Equal(objection, TextRule.Objection(text));

    [Fact]
    public void Half_a_surrogate_pair_is_no_character() =>
        Assert.All(
            ["\ud83c", "x\udf81", "\udf81\ud83c", "\ud83cx"],
            text => Assert.Equal("holds half of a surrogate pair, which is no character", TextRule.Objection(text)));

    [Fact]
    public void Tags_of_the_supplementary_planes_are_invisible() =>
        Assert.Equal(
            "holds nothing that can be seen",
            TextRule.Objection(string.Concat(char.ConvertFromUtf32(0xE0041), char.ConvertFromUtf32(0xE0100))));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u0085\u00a0\u2003\u2028\u3000\ufeff")]
    public void White_space_is_blank(string text) => Assert.True(TextRule.IsBlank(text));

    [Theory]
    [InlineData("\u200b")]
    [InlineData(" x ")]
    public void Nothing_else_is(string text) => Assert.False(TextRule.IsBlank(text));

    [Fact]
    public void What_is_taken_has_one_line_and_survives_UTF_8() => Prop.ForAll<string>(text =>
    {
        text ??= "";
        if (TextRule.Objection(text) is null)
        {
            Assert.Equal(text, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
            Assert.Single(text.ReplaceLineEndings("\n").Split('\n'));
            Assert.DoesNotContain(text, char.IsControl);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_break_anywhere_is_refused() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        Gen.Elements("\r", "\n", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029").ToArbitrary(),
        (text, lineBreak) =>
            Assert.NotNull(TextRule.Objection($"{text}{lineBreak}{text}"))).QuickCheckThrowOnFailure();
}
