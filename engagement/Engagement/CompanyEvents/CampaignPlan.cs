using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;

namespace Engagement.CompanyEvents;

/// <summary>
/// Which campaigns an announcement makes. A pure function: the same event gives the same campaigns, whenever and however often it is asked.
/// </summary>
public static class CampaignPlan
{
    /// <summary>The campaigns that an event starts, in the order of the file.</summary>
    /// <param name="announcement">The event's announcement.</param>
    /// <param name="companyEvent">The event.</param>
    /// <exception cref="ArgumentException">The event is another announcement's.</exception>
    public static IReadOnlyList<PlannedCampaign> From(Announcement announcement, CompanyEvent companyEvent) =>
        companyEvent.Announcement == announcement.Name
            ? [.. announcement.Campaigns.Select(campaign => Planned(announcement, campaign, companyEvent.Id, companyEvent.PublishedAt))]
            : throw new ArgumentException(
                $"The event is one of '{companyEvent.Announcement}', not of '{announcement.Name}'.", nameof(companyEvent));

    /// <summary>
    /// The campaigns that an event starts, as the ledger knows it. Where the event was held, or could not be launched in time, <c>after</c>
    /// counts from the launch. A follow-up then keeps its distance from what it follows.
    /// </summary>
    /// <param name="announcement">The event's announcement.</param>
    /// <param name="record">What the ledger says of the event.</param>
    /// <param name="now">The time, which counts as that of the launch while nothing is launched.</param>
    /// <exception cref="ArgumentException">The event is another announcement's.</exception>
    public static IReadOnlyList<PlannedCampaign> From(Announcement announcement, EventRecord record, DateTimeOffset now) =>
        From(
            announcement,
            record.Event with
            {
                PublishedAt = LaunchedAt(announcement, record, now) is var at && at >= record.Event.PublishedAt + LaunchRules.Patience
                    ? at
                    : record.Event.PublishedAt,
            });

    /// <summary>The campaigns that the stack declares for an announcement with <c>via: schedule</c>, in the order of the file.</summary>
    /// <exception cref="ArgumentException">The announcement is not scheduled.</exception>
    public static IReadOnlyList<PlannedCampaign> FromSchedule(Announcement announcement) =>
        announcement.Via == AnnouncementRoute.Schedule
            ? [
                .. announcement.Campaigns.Select(
                    campaign =>
                        Planned(announcement, campaign, eventId: null, announcement.At) with
                        {
                            Due = announcement.At + (campaign.After ?? TimeSpan.Zero),
                        }),
            ]
            : throw new ArgumentException($"'{announcement.Name}' is started by events.", nameof(announcement));

    private static DateTimeOffset LaunchedAt(Announcement announcement, EventRecord record, DateTimeOffset now)
    {
        var first = announcement.Campaigns.Where(campaign => campaign.After is null).Select(
            campaign => record.Campaigns.GetValueOrDefault(campaign.Name)).ToList();
        return first.Count == 0 ? record.Event.PublishedAt
            : first.Where(campaign => campaign is { State: LaunchState.Launched }).Min(campaign => campaign?.Since) ?? now;
    }

    private static PlannedCampaign Planned(
        Announcement announcement, CampaignDefinition campaign, string? eventId, DateTimeOffset? from) => new()
        {
            Identity = new() { Announcement = announcement.Name, Campaign = campaign.Name, EventId = eventId },
            Segment = campaign.Segment,
            Template = campaign.Template,
            Due = campaign.After is null ? null : from + campaign.After,
        };
}
