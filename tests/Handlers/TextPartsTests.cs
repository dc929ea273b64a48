using Engagement;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests;

public class TextPartsTests
{
    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    [InlineData('日', 70, 1)]
    [InlineData('日', 71, 2)]
    [InlineData('日', 135, 3)]
    public void Parts_are_counted_by_the_alphabet(char character, int count, int parts) =>
        Assert.Equal(parts, TextParts.From(new string(character, count)).Count);

    [Theory]
    [InlineData('a', 1530, true)]
    [InlineData('a', 1531, false)]
    [InlineData('日', 630, true)]
    [InlineData('日', 631, false)]
    public void No_text_is_longer_than_the_service_takes(char character, int count, bool fits) =>
        Assert.Equal(fits, TextParts.From(new string(character, count)).Fits);

    [Fact]
    public void What_fits_has_at_most_ten_parts() => Prop.ForAll<NonNull<string>, PositiveInt>((text, times) =>
        TextParts.From(string.Concat(Enumerable.Repeat(text.Get, times.Get))) is var parts
            && (!parts.Fits || parts.Count <= TextParts.Most)).QuickCheckThrowOnFailure();

    [Fact]
    public void One_character_of_another_alphabet_changes_what_all_parts_hold()
    {
        var plain = new string('a', 160);
        Assert.Equal((1, 3), (TextParts.From(plain).Count, TextParts.From(plain + "’").Count));
    }

    [Fact]
    public void A_longer_text_never_has_fewer_parts() => Prop.ForAll<NonNull<string>, char>((text, more) =>
        TextParts.From(text.Get + more).Count >= TextParts.From(text.Get).Count).QuickCheckThrowOnFailure();
}
