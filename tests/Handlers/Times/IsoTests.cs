using System.Globalization;
using System.Xml;
using Engagement.Times;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Times;

public class IsoTests
{
    [Theory]
    [InlineData("P2D", "2.00:00:00")]
    [InlineData("P1W", "7.00:00:00")]
    [InlineData("PT36H", "1.12:00:00")]
    [InlineData("PT90M", "01:30:00")]
    [InlineData("P1DT12H30M5S", "1.12:30:05")]
    [InlineData("PT0S", "00:00:00")]
    public void Duration_is_read(string text, string expected) =>
        Assert.Equal(TimeSpan.Parse(expected, CultureInfo.InvariantCulture), IsoDuration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P1W2D")]
    [InlineData("PT1.5H")]
    [InlineData("-P1D")]
    [InlineData("p1d")]
    [InlineData("P1D ")]
    [InlineData("P1D\n")]
    [InlineData("P99999D")]
    [InlineData("P١D")]
    public void What_is_no_duration_or_depends_on_the_calendar_is_not(string text) => Assert.Null(IsoDuration.Parse(text));

    [Fact]
    public void Any_duration_is_read_back() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seconds =>
    {
        var duration = TimeSpan.FromSeconds(Math.Abs((long)seconds) % (9999L * 86400));
        Assert.Equal(duration, IsoDuration.Parse($"P{duration.Days}DT{duration.Hours}H{duration.Minutes}M{duration.Seconds}S"));
        Assert.Equal(duration, XmlConvert.ToTimeSpan($"P{duration.Days}DT{duration.Hours}H{duration.Minutes}M{duration.Seconds}S"));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-12-01T09:00:00Z", "2026-12-01T09:00:00Z")]
    [InlineData("2026-12-01T09:00Z", "2026-12-01T09:00:00Z")]
    [InlineData("2026-12-01T09:00:00+13:45", "2026-11-30T19:15:00Z")]
    [InlineData("2026-12-01T09:00:00.25-08:00", "2026-12-01T17:00:00Z")]
    public void Instant_is_read_and_written_in_UTC(string text, string written) =>
        Assert.Equal(written, IsoInstant.Format(IsoInstant.Parse(text)!.Value));

    [Theory]
    [InlineData("2026-12-01T09:00:00")]
    [InlineData("2026-12-01")]
    [InlineData("2026-02-30T09:00:00Z")]
    [InlineData("2026-12-01 09:00:00Z")]
    [InlineData("2026-12-01T24:00:00Z")]
    [InlineData("2026-12-01T09:00:00+15:00")]
    [InlineData("now")]
    [InlineData("")]
    public void What_has_no_offset_or_is_no_instant_is_not(string text) => Assert.Null(IsoInstant.Parse(text));
}
