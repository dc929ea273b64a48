using System.Text;
using System.Text.Json;
using Engagement;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests;

public class JsonTextTests
{
    private static readonly string[] Pieces =
    [
        @"\ud83c\udf81", @"\ud800", @"\udc00", @"\\ud800", @"\\\ud800", @"\u0041", @"\""", @"\n", "x", "日",
        @"\uD83C\uDF81", @"\ud83c\u0041", @"\ud83cx", @"\ud83c\""",
    ];

    [Theory]
    [InlineData("""{"a":"x"}""", "x")]
    [InlineData("""{"a":"x","a":"y"}""", "y")]
    [InlineData("""{"\u0061":"\ud83c\udf81"}""", "🎁")]
    [InlineData("""{"\ud800":"x","a":"y"}""", "y")]
    [InlineData("""{"a":"\ud800"}""", null)]
    [InlineData("""{"a":7}""", null)]
    [InlineData("""{"b":"x"}""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public void Member_is_read_whatever_stands_beside_it(string json, string? text) =>
        Assert.Equal(text, JsonText.Read(JsonElement.Parse(json), "a"));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_no_text()
    {
        byte[] json = [.. "{\"a\":\""u8, 0xC3, .. "\"}"u8];
        using var document = JsonDocument.Parse(json);
        Assert.Null(JsonText.Read(document.RootElement, "a"));
        Assert.False(JsonText.IsWhole(document.RootElement));
    }

    [Fact]
    public void What_is_called_whole_is_exactly_what_the_platform_can_read() => Prop.ForAll(Texts, Texts, (name, value) =>
    {
        using var document = JsonDocument.Parse($$"""{"{{name}}":["{{value}}"]}""");
        var member = document.RootElement.EnumerateObject().Single();
        Assert.Equal(Reads(() => member.Name), JsonText.NameOf(member) is not null);
        Assert.Equal(Reads(() => member.Value[0].GetString()), JsonText.Read(member.Value[0]) is not null);
        Assert.Equal(Reads(() => member.Name) && Reads(() => member.Value[0].GetString()), JsonText.IsWhole(document.RootElement));
    }).QuickCheckThrowOnFailure();

    private static bool Reads(Func<string?> read)
    {
        try
        {
            return read() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Arbitrary<string> Texts =>
        Gen.Elements(Pieces).ListOf().Select(pieces => new StringBuilder().AppendJoin("", pieces).ToString()).ToArbitrary();
}
