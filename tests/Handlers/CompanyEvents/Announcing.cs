using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;

namespace Handlers.Tests.CompanyEvents;

/// <summary>Announcements that the tests publish events of.</summary>
internal static class Announcing
{
    public static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly AnnouncementCatalog Catalog = AnnouncementCatalog.Parse(
        """
        announcements:
          release:
            via: journey
            attributes: [feature, version]
            campaigns:
              - name: premium
                segment: premium
                template: news-premium
                when: { language: [en, de], tier: [gold] }
                set: { last_release: "{{version}}", headline: "{{feature}} in {{version}}" }
              - { name: standard, segment: standard, template: news }
              - { name: later, segment: premium, template: reminder, after: P2D }
          outage: { via: stepFunctions, campaigns: [{ name: all, segment: standard, template: outage }] }
          prices:
            via: schedule
            at: 2027-03-01T09:00:00Z
            attributes: [day]
            values: { day: 1 May }
            campaigns:
              - { name: all, segment: standard, template: prices, set: { told: "{{day}}" } }
              - { name: again, segment: standard, template: prices, after: P1W }
          hello: { via: schedule, at: now, campaigns: [{ name: all, segment: standard, template: prices }] }
        """,
        "announcements.yaml");

    public static readonly Announcement Release = Catalog.Find("release")!;

    public static CompanyEvent Event(string id = "r-1", string version = "4.2") => new()
    {
        Id = id,
        Announcement = "release",
        Attributes = new Dictionary<string, string> { ["feature"] = "Search", ["version"] = version },
        PublishedAt = Now,
    };
}
