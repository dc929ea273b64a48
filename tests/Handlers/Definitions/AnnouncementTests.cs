using Engagement;
using Engagement.Definitions.Announcements;

namespace Handlers.Tests.Definitions;

public class AnnouncementTests
{
    private static readonly AnnouncementCatalog Catalog = AnnouncementCatalog.Parse(
        """
        announcements:
          release:
            description: Something is out.
            via: journey
            attributes: [version]
            campaigns:
              - name: premium
                segment: premium
                template: news
                when: { language: [en, de], tier: [premium] }
                set: { last_release: "v{{ version }}", told: yes }
              - { name: later, segment: standard, template: news, after: P1DT12H }
          outage: { via: stepFunctions, campaigns: [{ name: all, segment: all, template: news }] }
          prices:
            via: schedule
            at: 2027-03-01T10:00:00+01:00
            attributes: [day]
            values: { day: 1 May }
            campaigns: [{ name: all, segment: all, template: news }]
          hello: { via: schedule, at: now, campaigns: [{ name: all, segment: all, template: news }] }
        """,
        "announcements.yaml");

    [Theory]
    [InlineData("release", AnnouncementRoute.Journey)]
    [InlineData("outage", AnnouncementRoute.StepFunctions)]
    [InlineData("prices", AnnouncementRoute.Schedule)]
    public void Way_is_one_word(string name, AnnouncementRoute via) => Assert.Equal(via, Catalog.Find(name)!.Via);

    [Fact]
    public void Schedule_says_when_and_with_which_values()
    {
        var prices = Catalog.Find("prices")!;
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero), prices.At);
        Assert.Equal("1 May", prices.Values["day"]);
        Assert.Null(Catalog.Find("hello")!.At);
    }

    [Fact]
    public void Campaign_says_who_gets_what_and_when()
    {
        var premium = Catalog.Find("release")!.Campaigns[0];
        Assert.Equal(("premium", "premium", "news", (TimeSpan?)null), (premium.Name, premium.Segment, premium.Template, premium.After));
        Assert.Equal(
            ["language: en de", "tier: premium"],
            premium.When.Select(condition => $"{condition.Attribute}: {string.Join(' ', condition.Values)}"));
        Assert.Equal(["last_release: v{{version}}", "told: yes"], premium.Set.Select(set => $"{set.Attribute}: {set.Value}"));
        Assert.Equal(TimeSpan.FromHours(36), Catalog.Find("release")!.Campaigns[1].After);
    }

    [Fact]
    public void Event_type_of_an_announcement_is_one_that_the_pixel_refuses()
    {
        Assert.Equal("company.release", Catalog.Find("release")!.EventType);
        Assert.All(Catalog.Announcements, announcement => Assert.True(ReservedNames.IsReservedEvent(announcement.EventType)));
    }

    [Fact]
    public void Longest_names_still_fit_where_Pinpoint_takes_them()
    {
        var name = new string('x', 40);
        var announcement = AnnouncementCatalog.Parse(
            $"announcements:\n  {name}: {{ via: journey, attributes: [{name}], campaigns: [{{ name: {name}, segment: s, template: t }}] }}\n",
            "a.yaml").Announcements[0];
        Assert.Null(NameRule.Objection(announcement.EventType));
        Assert.Null(NameRule.Objection(Engagement.CompanyEvents.EventAttributes.Prefix + announcement.Attributes[0]));
    }
}
