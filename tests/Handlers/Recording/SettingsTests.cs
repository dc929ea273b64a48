using Engagement.Functions;
using RecordPixelEvents;

namespace Handlers.Tests.Recording;

public class SettingsTests
{
    private readonly Dictionary<string, string> environment = [];

    private EnvironmentReader Reader => new(environment.GetValueOrDefault);

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Environment_is_read(string? accept, bool? expected)
    {
        environment["ACCEPT_UNKNOWN_EVENTS"] = accept!;
        Assert.Equal(expected, Settings.Read(Reader).AcceptUnknownEvents);
    }

    [Fact]
    public void Validity_of_signatures_is_read()
    {
        Assert.Null(Settings.Read(Reader).MaximumValidity);
        environment["MAXIMUM_VALIDITY_DAYS"] = "7";
        Assert.Equal(TimeSpan.FromDays(7), Settings.Read(Reader).MaximumValidity);
        environment["MAXIMUM_VALIDITY_DAYS"] = "P7D";
        Assert.Equal("The environment variable MAXIMUM_VALIDITY_DAYS is not a whole number above 0.", Problems());
    }

    [Fact]
    public void Every_wrong_variable_is_named()
    {
        environment["MAXIMUM_VALIDITY_DAYS"] = "0";
        environment["ACCEPT_UNKNOWN_EVENTS"] = "yes";
        Assert.Equal(
            """
            The environment variable ACCEPT_UNKNOWN_EVENTS is neither true nor false.
            The environment variable MAXIMUM_VALIDITY_DAYS is not a whole number above 0.
            """,
            Problems());
    }

    [Fact]
    public void A_variable_chooses_by_name_and_makes_nothing_else()
    {
        environment["PLATFORM"] = "b";
        Assert.Equal(2, Reader.OneOf<int>("PLATFORM", ("a", () => throw new InvalidOperationException()), ("b", () => 2)));
        environment["PLATFORM"] = "B";
        Assert.Equal("The environment variable PLATFORM is none of a, b.", Chosen());
        environment["PLATFORM"] = "";
        Assert.Equal("The environment variable PLATFORM is not set.", Chosen());

        string Chosen() =>
            Assert.Throws<EnvironmentException>(() => Reader.OneOf("PLATFORM", ("a", () => 1), ("b", () => 2))).Message;
    }

    private string Problems()
    {
        var reader = Reader;
        Settings.Read(reader);
        return Assert.Throws<EnvironmentException>(reader.ThrowIfAny).Message;
    }
}
