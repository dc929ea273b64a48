using System.Text.Json.Nodes;
using Engagement.Local.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Infra.Tests.Plans;

/// <summary>What is written is what is read, whatever texts there are.</summary>
public sealed class PlanYamlTests
{
    [Theory]
    [InlineData("")]
    [InlineData("true")]
    [InlineData("No")]
    [InlineData("1e3")]
    [InlineData("12:30")]
    [InlineData("2026-12-24")]
    [InlineData("~")]
    [InlineData("*")]
    [InlineData("# none")]
    [InlineData("a: b")]
    [InlineData("- a")]
    [InlineData("${queue.arn}:*")]
    [InlineData("{{customer}}")]
    [InlineData("'quoted'")]
    [InlineData("a\tb")]
    [InlineData(" first\n  second\n")]
    [InlineData("first \nsecond")]
    [InlineData("first\n\n\n  third\n\n")]
    [InlineData("\n")]
    [InlineData("Übergröße … 🙂\n日本")]
    public void A_text_is_read_as_it_was_written(string text) => Assert.Equal(text, ReadBack(text));

    [Fact]
    public void Every_text_is_read_as_it_was_written()
    {
        var pieces = Gen.Elements(
            "a", "1", " ", "\n", "\n\n", "  ", "- ", ": ", "#", " #", "'", "\"", "\\", "{", "}", "[", "|", ">", "&", "*", "!",
            "%", "@", "`", "\t", "é", "true", "$", ",");
        var texts = Gen.Select(Gen.ListOf(pieces), list => string.Concat(list));

        Prop.ForAll(Arb.From(texts), text => ReadBack(text) == text).QuickCheckThrowOnFailure();
    }

    private static string? ReadBack(string text)
    {
        var written = PlanYaml.Write(
            ["A heading."],
            new() { ["texts"] = new JsonObject { ["one"] = text, ["list"] = new JsonArray(text, text) } });
        var read = PlanYaml.Read("test", written)["texts"]!;
        Assert.Equal((string?)read["one"], (string?)read["list"]![1]);
        Assert.DoesNotContain('\r', written);
        return (string?)read["one"];
    }
}
