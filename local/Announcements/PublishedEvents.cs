using Engagement.Aws.Ledger;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;
using Engagement.Local.Cloud;
using Engagement.Local.Platforms;

namespace Engagement.Local.Announcements;

/// <summary>What was published of an announcement, and how far each of its campaigns has come.</summary>
internal static class PublishedEvents
{
    /// <summary>The events, newest first; of a scheduled announcement one without an id.</summary>
    public static IEnumerable<PublishedEvent> Find(LocalCloud cloud, Announcement announcement)
    {
        var campaigns = RunningPlatform.From(cloud).Campaigns
            .Where(campaign => campaign.Identity.Announcement == announcement.Name)
            .ToLookup(campaign => campaign.Identity);
        return announcement.Via == AnnouncementRoute.Schedule
            ? [Scheduled(announcement, campaigns)]
            : Records(cloud, announcement)
                .OrderByDescending(record => record.Event.PublishedAt)
                .ThenBy(record => record.Event.Id, StringComparer.Ordinal)
                .Select(record => Started(announcement, record, campaigns, cloud.Context.Clock.GetUtcNow()));
    }

    private static IEnumerable<EventRecord> Records(LocalCloud cloud, Announcement announcement) =>
        DeployedTables.Items(cloud, "company-events-ledger")
            .Where(item => item.GetValueOrDefault(LedgerItem.Announcement)?.S == announcement.Name)
            .Select(LedgerItem.Read);

    private static PublishedEvent Started(
        Announcement announcement, EventRecord record, ILookup<CampaignIdentity, ObservedCampaign> campaigns, DateTimeOffset now) => new()
        {
            Id = record.Event.Id,
            PublishedAt = record.Event.PublishedAt,
            PublishedBy = record.Event.PublishedBy,
            Attributes = record.Event.Attributes,
            Campaigns =
            [
                .. CampaignPlan.From(announcement, record, now).Select(planned => StartedCampaign.From(
                    planned, record.Campaigns.GetValueOrDefault(planned.Identity.Campaign), campaigns[planned.Identity].FirstOrDefault())),
            ],
        };

    private static PublishedEvent Scheduled(Announcement announcement, ILookup<CampaignIdentity, ObservedCampaign> campaigns) => new()
    {
        Id = null,
        PublishedAt = announcement.At,
        Attributes = announcement.Values,
        Campaigns =
        [
            .. CampaignPlan.FromSchedule(announcement).Select(
                planned => StartedCampaign.From(planned, record: null, campaigns[planned.Identity].FirstOrDefault())),
        ],
    };
}
