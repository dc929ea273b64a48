namespace Local.Tests.Configuration;

/// <summary>
/// What a program gets for a scalar of a stack's file. Expected are the values that Pulumi's CLI makes of them: gopkg.in/yaml.v3 resolves,
/// and encoding/json writes (pulumi/pulumi, sdk/go/common/resource/config/object.go).
/// </summary>
public sealed class ScalarTests
{
    [Theory]
    [InlineData("eu-west-1", "eu-west-1")]
    [InlineData("1,000", "1,000")]
    [InlineData("NaN", "NaN")]
    [InlineData("Infinity", "Infinity")]
    [InlineData("yes", "yes")]
    [InlineData("on", "on")]
    [InlineData("N", "N")]
    [InlineData("TRUE", "true")]
    [InlineData("False", "false")]
    [InlineData("tRUE", "tRUE")]
    [InlineData("42", "42")]
    [InlineData("+42", "42")]
    [InlineData("-0", "0")]
    [InlineData("1_000", "1000")]
    [InlineData("0x1F", "31")]
    [InlineData("-0x1f", "-31")]
    [InlineData("0xG", "0xG")]
    [InlineData("0o17", "15")]
    [InlineData("017", "15")]
    [InlineData("019", "19")]
    [InlineData("0b101", "5")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("98765432109876543210", "98765432109876543210")]
    [InlineData("0xFFFFFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFFFF")]
    [InlineData("1e3", "1000")]
    [InlineData("1.0", "1")]
    [InlineData("1.", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("1.50", "1.5")]
    [InlineData("-12.75e1", "-127.5")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1.5e300", "1.5e+300")]
    [InlineData("123456.789", "123456.789")]
    [InlineData("1e400", "1e400")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("2026-12-24", "2026-12-24 00:00:00 +0000 UTC")]
    [InlineData("2026-12-24T09:30:00.120Z", "2026-12-24 09:30:00.12 +0000 UTC")]
    [InlineData("2026-12-24T09:30:00-05:00", "2026-12-24 09:30:00 -0500 -0500")]
    [InlineData("2026-02-30", "2026-02-30")]
    [InlineData("12:30", "12:30")]
    [InlineData("~", "")]
    [InlineData("null", "")]
    [InlineData("", "")]
    [InlineData("'1e3'", "1e3")]
    [InlineData("\"0x1F\"", "0x1F")]
    [InlineData("'null'", "null")]
    [InlineData("!!str 007", "007")]
    [InlineData("!!float 3", "3")]
    [InlineData("!!binary aGk=", "hi")]
    [InlineData("!own 5", "5")]
    public void Scalar_is_what_Pulumi_makes_of_it(string scalar, string expected)
    {
        using var folder = new ProjectFolder(stack: $"config:\n  pixel:rateLimit: {scalar}\n");

        Assert.Equal(expected, folder.Read().Values["pixel:rateLimit"]);
    }

    [Theory]
    [InlineData("1,000", "\"1,000\"")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("1e3", "1000")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("true", "true")]
    [InlineData("~", "null")]
    [InlineData("2026-12-24", "\"2026-12-24 00:00:00 \\u002B0000 UTC\"")]
    [InlineData("'5'", "\"5\"")]
    public void Scalar_in_a_structured_value_is_JSON(string scalar, string expected)
    {
        using var folder = new ProjectFolder(stack: $"config:\n  aws:defaultTags:\n    tags:\n      zone: b\n      amount: {scalar}\n");

        Assert.Equal($$$"""{"tags":{"zone":"b","amount":{{{expected}}}}}""", folder.Read().Values["aws:defaultTags"]);
    }

    [Theory]
    [InlineData(".nan")]
    [InlineData("-.INF")]
    public void What_is_no_number_in_JSON_is_refused(string scalar)
    {
        using var folder = new ProjectFolder(stack: $"config:\n  pixel:rateLimit: {scalar}\n");

        Assert.StartsWith(
            $"Pulumi.dev.yaml:2:20: '{scalar}' is no number that Pulumi can hand to a program", folder.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_that_the_text_contradicts_is_refused()
    {
        using var folder = new ProjectFolder(stack: "config:\n  pixel:rateLimit: !!int many\n");

        Assert.Equal("Pulumi.dev.yaml:2:20: 'many' is no !!int.", folder.Refusal());
    }
}
