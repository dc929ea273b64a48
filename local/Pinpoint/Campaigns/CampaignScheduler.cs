using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Scheduling;
using Engagement.Local.Pinpoint.Segments;

namespace Engagement.Local.Pinpoint.Campaigns;

/// <summary>Sends campaigns when they are due.</summary>
internal sealed class CampaignScheduler(Agenda agenda, CampaignDelivery delivery, TimeProvider clock)
{
    /// <summary>Has the latest version of a campaign sent at its start time, unless it is changed, paused or deleted until then.</summary>
    public void Schedule(Application application, Campaign campaign)
    {
        var version = campaign.Latest;
        if (campaign.Status != CampaignStatus.Scheduled)
        {
            return;
        }

        var start = Iso8601.TryParse(version.Schedule!.StartTime!, out var instant) ? instant : clock.GetUtcNow();
        agenda.At(start, $"campaign {campaign.Id}", () => ExecuteAsync(application, campaign, version, start));
    }

    private async Task ExecuteAsync(Application application, Campaign campaign, CampaignResponse version, DateTimeOffset scheduled)
    {
        if (!campaign.TryExecute(version.Version))
        {
            return;
        }

        var activity = new ActivityResponse
        {
            ApplicationId = application.Id,
            CampaignId = campaign.Id,
            Id = campaign.NextActivityId(),
            ScheduledStart = Iso8601.Format(scheduled),
            Start = Iso8601.Format(clock.GetUtcNow()),
            State = "RUNNING",
            TreatmentId = "0",
        };
        campaign.Report(activity);
        if (application.Segments.Find(version.SegmentId!, version.SegmentVersion) is not { } segment)
        {
            End(campaign, CampaignStatus.Invalid, activity with { Result = "FAIL" });
            return;
        }

        var members = new Audience(application, clock).Members(segment);
        var outcome = await delivery.DeliverAsync(application, campaign, version, activity, members);
        End(campaign, CampaignStatus.Completed, activity with
        {
            Result = outcome.AllHandled ? "SUCCESS" : "FAIL",
            SuccessfulEndpointCount = outcome.Delivered,
            TotalEndpointCount = outcome.Attempted,
        });
    }

    private void End(Campaign campaign, string status, ActivityResponse activity)
    {
        var state = campaign.Status == CampaignStatus.Deleted ? "CANCELLED" : "COMPLETED";
        campaign.Report(
            activity with { End = Iso8601.Format(clock.GetUtcNow()), State = state, TimezonesCompletedCount = 1, TimezonesTotalCount = 1 });
        campaign.Finish(status);
    }
}
