using Engagement.Times;
using FsCheck;
using FsCheck.Fluent;

namespace Handlers.Tests.Times;

public class CustomerDateTests
{
    [Theory]
    [InlineData("2026-12-24", "Europe/Berlin", "2026-12-24T08:00:00Z", "24 December 2026")]
    [InlineData("2026-12-24", "Asia/Kathmandu", "2026-12-24T03:15:00Z", "24 December 2026")]
    [InlineData("2026-12-24T15:30", "America/Los_Angeles", "2026-12-24T23:30:00Z", "24 December 2026, 15:30")]
    [InlineData("2026-12-24T15:30:59.9", "UTC", "2026-12-24T15:30:59Z", "24 December 2026, 15:30")]
    [InlineData("2026-12-24T15:30Z", "Pacific/Auckland", "2026-12-24T15:30:00Z", "25 December 2026, 04:30")]
    [InlineData("2026-12-24T15:30:00+01:00", "Europe/Berlin", "2026-12-24T14:30:00Z", "24 December 2026, 15:30")]
    [InlineData("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00Z", "29 March 2026, 03:30")]
    [InlineData("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z", "25 October 2026, 02:30")]
    public void Date_is_an_instant_and_what_people_there_read(string text, string zone, string instant, string shown)
    {
        var date = CustomerDate.Read(text, CustomerZone.Find(zone)!, defaultHour: 9)!.Value;
        Assert.Equal((instant, shown), (IsoInstant.Format(date.Instant), date.Text));
    }

    [Theory]
    [InlineData("24.12.2026")]
    [InlineData("12/24/2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-12-24 15:30")]
    [InlineData("2026-12-24T25:00")]
    [InlineData("2026-12-24T15:30 01:00")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("1798125600")]
    [InlineData("tomorrow")]
    public void Anything_else_is_no_date(string text) => Assert.Null(CustomerDate.Read(text, CustomerZone.Utc, defaultHour: 9));

    [Theory]
    [InlineData("Europe/Berlim")]
    [InlineData("UTC+1")]
    [InlineData("+01:00")]
    [InlineData("")]
    [InlineData("Etc/Unknown")]
    [InlineData("PST")]
    public void Unknown_zone_is_none(string name) => Assert.Null(CustomerZone.Find(name));

    [Fact]
    public void Every_zone_is_found_in_any_case() => Assert.All(NodaTime.DateTimeZoneProviders.Tzdb.Ids, name =>
    {
        Assert.Equal(name, CustomerZone.Find(name)?.Name);
        Assert.Equal(name, CustomerZone.Find(name.ToUpperInvariant())?.Name);
        Assert.Equal(name, CustomerZone.Find(name.ToLowerInvariant())?.Name);
    });

    [Fact]
    public void Any_text_is_a_date_or_none() =>
        Prop.ForAll<string>(text => CustomerDate.Read(text ?? "", CustomerZone.Find("Pacific/Apia")!, 0)).QuickCheckThrowOnFailure();
}
