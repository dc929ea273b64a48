using Engagement.CompanyEvents;

namespace Engagement.Pinpoint.Campaigns;

/// <summary>Which start to ask Pinpoint for.</summary>
public static class CampaignStart
{
    // A minute more than Pinpoint wants, for clocks that differ and the call itself.
    private static readonly TimeSpan Lead = Limits.ScheduleLead + TimeSpan.FromMinutes(1);

    /// <summary>
    /// The start of a campaign that is created at <paramref name="now"/>; null: immediate. It is never before the campaign is due. It is
    /// later only when a launch comes late: Pinpoint wants to know of a scheduled start 15 minutes ahead.
    /// </summary>
    public static DateTimeOffset? From(PlannedCampaign campaign, DateTimeOffset now) =>
        campaign.Due is not { } due || due <= now ? null
        : due < now + Lead ? now + Lead
        : due;
}
