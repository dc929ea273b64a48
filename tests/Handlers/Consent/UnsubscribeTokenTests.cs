using Engagement.Consent;
using Engagement.Identity;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Consent;

public class UnsubscribeTokenTests
{
    private const string Key = "the-first-key-of-links-in-these-tests";
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ é";

    private static readonly SigningKeys Keys = SigningKeys.Create(Key);
    private static readonly UnsubscribeLink Link = new(AddressKey.From("Ada@example.com"), "news");

    [Fact]
    public void A_token_is_read_back_by_its_key_however_many_come_after_it()
    {
        var token = UnsubscribeToken.Create(Link, Keys);

        Assert.Equal(Link, UnsubscribeToken.Read(token, Keys));
        Assert.Equal(Link, UnsubscribeToken.Read(token, SigningKeys.Create("another-key", Key)));
        Assert.Equal(Link, UnsubscribeToken.Read(token, SigningKeys.Create("another-key", null, "a-third-key", Key)));
        Assert.Null(UnsubscribeToken.Read(token, SigningKeys.Create("another-key", "a-third-key")));
    }

    [Fact]
    public void A_link_does_not_show_address_or_topic_and_is_the_same_each_time()
    {
        var token = UnsubscribeToken.Create(Link, Keys);
        var bytes = Convert.ToHexStringLower(Convert.FromBase64String(Padded(token)));

        Assert.DoesNotContain(Link.Address, bytes, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower("news"u8), bytes, StringComparison.Ordinal);
        Assert.Equal(token, UnsubscribeToken.Create(Link, Keys));
        Assert.NotEqual(token[..20], UnsubscribeToken.Create(Link with { Topic = "rest" }, Keys)[..20]);
    }

    [Fact]
    public void The_longest_topic_fits() => Assert.InRange(
        UnsubscribeToken.Create(Link with { Topic = new('t', Engagement.Limits.DefinitionNameLength) }, Keys).Length,
        1,
        UnsubscribeToken.MostCharacters);

    [Fact]
    public void Whatever_is_done_to_a_link_it_is_refused()
    {
        var token = UnsubscribeToken.Create(Link, Keys);
        var changed =
            from at in Gen.Choose(0, token.Length - 1)
            from kind in Gen.Choose(0, 3)
            from character in Gen.Elements(Alphabet.ToCharArray())
            select kind switch
            {
                0 => token.Remove(at, 1).Insert(at, character.ToString()),
                1 => token.Remove(at, 1),
                2 => token.Insert(at, character.ToString()),
                _ => token[..at],
            };

        Prop.ForAll(changed.Where(text => text != token).ToArbitrary(), text => UnsubscribeToken.Read(text, Keys) is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Nothing_else_is_a_token(string? text) => Assert.Null(UnsubscribeToken.Read(text, Keys));

    private static string Padded(string token) =>
        token.Replace('-', '+').Replace('_', '/').PadRight((token.Length + 3) / 4 * 4, '=');
}
