using Engagement.Pixel;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Pixel;

public class DateRuleTests
{
    [Theory]
    [InlineData("2026-12-24", "America/Los_Angeles", "2026-12-24T17:00:00Z", "24 December 2026")]
    [InlineData("2026-12-24T15:00", "Asia/Kathmandu", "2026-12-24T09:15:00Z", "24 December 2026, 15:00")]
    [InlineData("2026-12-24T15:00+01:00", "Pacific/Auckland", "2026-12-24T14:00:00Z", "25 December 2026, 03:00")]
    public void Date_is_stored_as_an_instant_with_its_text_and_the_zone(string date, string zone, string instant, string text)
    {
        var attributes = Started().With("usat_renewal_date", date).With("tz", zone).Recorded().User!.Attributes;
        Assert.Equal((instant, text, zone), (attributes["renewal_date"], attributes["renewal_date_text"], attributes["tz"]));
    }

    [Fact]
    public void Request_without_a_zone_is_in_that_of_the_plan_and_sets_none()
    {
        var attributes = Started().With("usat_renewal_date", "2026-12-24T15:00").Recorded().User!.Attributes;
        Assert.Equal("2026-12-24T14:00:00Z", attributes["renewal_date"]);
        Assert.False(attributes.ContainsKey("tz"));
    }

    [Fact]
    public void None_removes_a_date_and_its_text()
    {
        var attributes = Started().With("usat_renewal_date", "none").Recorded().User!.Attributes;
        Assert.Equal(("", ""), (attributes["renewal_date"], attributes["renewal_date_text"]));
    }

    [Fact]
    public void Value_that_means_nothing_leaves_the_date_as_it_is() =>
        Assert.Null(Started().With("usat_renewal_date", "2026-12-24").With("usat_renewal_date", "undefined").Recorded().User);

    [Theory]
    [InlineData("24.12.2026")]
    [InlineData("2026-13-01")]
    [InlineData("next week")]
    public void Anything_else_is_rejected_without_its_value(string date)
    {
        var rejected = Started().With("usat_renewal_date", date).Rejected();
        Assert.Equal(RejectionReason.DateNotReadable, rejected.Reason);
        Assert.DoesNotContain(date, rejected.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Etc/Unknown")]
    [InlineData("CEST")]
    [InlineData("+02:00")]
    [InlineData("UTC+2")]
    [InlineData("Mars/Base")]
    public void Unknown_zone_counts_as_none_and_is_counted(string zone)
    {
        var message = Started().With("usat_renewal_date", "2026-12-24T15:00").With("tz", zone);
        var attributes = message.Recorded().User!.Attributes;
        Assert.Equal("2026-12-24T14:00:00Z", attributes["renewal_date"]);
        Assert.False(attributes.ContainsKey("tz"));
        Assert.Equal(1, message.Dropped().UnknownTimeZone);
    }

    [Theory]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("AMERICA/LOS_ANGELES", "America/Los_Angeles")]
    [InlineData(" Asia/Kathmandu ", "Asia/Kathmandu")]
    public void Known_zone_in_another_spelling_is_stored_as_IANA_writes_it(string zone, string name)
    {
        var message = Started().With("usat_renewal_date", "2026-12-24").With("tz", zone);
        Assert.Equal(name, message.Recorded().User!.Attributes["tz"]);
        Assert.Equal(0, message.Dropped().UnknownTimeZone);
    }

    [Theory]
    [InlineData("undefined")]
    [InlineData(" ")]
    public void Absent_zone_is_not_counted(string zone) =>
        Assert.Equal(0, Started().With("usat_renewal_date", "2026-12-24").With("tz", zone).Dropped().UnknownTimeZone);

    [Fact]
    public void No_zone_sinks_an_event() => Prop.ForAll<string>(zone =>
        Assert.IsType<PixelAccepted>(
            Started()
                .With("usat_renewal_date", "2026-12-24")
                .With("tz", string.Concat((zone ?? "").Where(character => !char.IsSurrogate(character) && character != '\ufffd')))
                .Decide()))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Unsigned_zone_is_dropped() =>
        Assert.Equal(1, PixelMessage.For("newsletter_signup").With("tz", "Mars/Base").Dropped().UnsignedUser);

    [Fact]
    public void Plan_without_dates_takes_texts_and_knows_no_zone()
    {
        var plan = Rules.Shipped with { Dates = null };
        var message = Started().With("usat_renewal_date", "next week").With("tz", "Mars/Base");
        Assert.Equal("next week", message.Recorded(plan).User!.Attributes["renewal_date"]);
        Assert.Equal(1, message.Dropped(plan).Unknown);
    }

    private static PixelMessage Started() => PixelMessage.For("subscription_started").Signed();
}
