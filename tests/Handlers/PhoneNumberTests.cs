using Engagement;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("+4915112345678", "+4915112345678")]
    [InlineData("4915112345678", "+4915112345678")]
    [InlineData("+49 (151) 123-456.78", "+4915112345678")]
    [InlineData("+49\u00A0151/12345678", "+4915112345678")]
    [InlineData("0151 12345678", null)]
    [InlineData("+49151x12345678", null)]
    [InlineData("++4915112345678", null)]
    [InlineData("+12345678901234567890", null)]
    [InlineData("+1", null)]
    [InlineData("", null)]
    [InlineData("ada@example.com", null)]
    public void A_number_has_one_spelling(string text, string? number) => Assert.Equal(number, PhoneNumber.Parse(text));

    [Fact]
    public void What_is_parsed_is_parsed_to_itself() => Prop.ForAll<string>(text =>
        PhoneNumber.Parse(text ?? "") is not { } number || PhoneNumber.Parse(number) == number).QuickCheckThrowOnFailure();
}
