using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.CompanyEvents.Publishing;

/// <summary>
/// Writes an event down, then notifies what launches it. A crash between the two leaves an event of which nothing is launched. The next
/// delivery of the same event notifies again, and the check of the ledger launches the event where none comes. For an announcement that is
/// held nothing is notified.
/// </summary>
/// <param name="ledger">The events so far.</param>
/// <param name="journey">Triggers <see cref="AnnouncementRoute.Journey"/>.</param>
/// <param name="stateMachine">Triggers <see cref="AnnouncementRoute.StepFunctions"/>.</param>
/// <param name="log">Where lines go.</param>
/// <param name="metrics">Where events are counted.</param>
public sealed class CompanyEventPublisher(
    ILedger ledger, ILaunchTrigger journey, ILaunchTrigger stateMachine, LogWriter log, MetricsWriter metrics)
{
    /// <exception cref="ServiceException">It was not handed on; the same event has to come again.</exception>
    public async Task<Publication> PublishAsync(CompanyEventDecision decision, CancellationToken cancellation)
    {
        if (decision is not CompanyEventAccepted accepted)
        {
            return Refuse(((CompanyEventRefused)decision).Problems);
        }

        try
        {
            var earlier = await ledger.PublishAsync(accepted.Event, cancellation);
            var outcome = Judge(accepted, earlier);
            if (!accepted.Announcement.IsHeld && outcome is (PublishOutcome.New or PublishOutcome.TriggerAgain))
            {
                await TriggerFor(accepted.Announcement).NotifyAsync(
                    earlier ?? new() { Event = accepted.Event }, accepted.Announcement, cancellation);
            }

            return Report(accepted, outcome);
        }
        catch (ServiceException exception)
        {
            log.Failed(accepted.Event, exception.Message);
            metrics.Count(MetricName.CompanyEvents, reason: "failed");
            throw;
        }
    }

    /// <summary>
    /// A journey's function comes back from its queue to what it gave up. A state machine does not: a repeat of the event starts it again.
    /// </summary>
    private static PublishOutcome Judge(CompanyEventAccepted accepted, EventRecord? earlier)
    {
        var outcome = PublishRules.Judge(accepted.Event, earlier);
        return outcome == PublishOutcome.Repeated
            && accepted.Announcement.Via == AnnouncementRoute.StepFunctions
            && LaunchRules.StateOf(earlier!, CampaignPlan.From(accepted.Announcement, earlier!.Event)) != LaunchState.Launched
            ? PublishOutcome.TriggerAgain
            : outcome;
    }

    private ILaunchTrigger TriggerFor(Announcement announcement) => announcement.Via switch
    {
        AnnouncementRoute.Journey => journey,
        AnnouncementRoute.StepFunctions => stateMachine,
        _ => throw new InvalidOperationException($"No event starts '{announcement.Name}', which is scheduled."),
    };

    private Publication Report(CompanyEventAccepted accepted, PublishOutcome outcome)
    {
        var companyEvent = accepted.Event;
        switch (outcome)
        {
            case PublishOutcome.New when accepted.Announcement.IsHeld:
                log.Held(companyEvent);
                metrics.Count(MetricName.CompanyEvents, reason: "held");
                return new Publication.Published(companyEvent.Id);
            case PublishOutcome.New:
                log.Published(companyEvent, again: false);
                metrics.Count(MetricName.CompanyEvents, reason: "new");
                return new Publication.Published(companyEvent.Id);
            case PublishOutcome.TriggerAgain when !accepted.Announcement.IsHeld:
                log.Published(companyEvent, again: true);
                metrics.Count(MetricName.CompanyEvents, reason: "repeated");
                return new Publication.Repeated(companyEvent.Id);
            case PublishOutcome.TriggerAgain or PublishOutcome.Repeated:
                log.Repeated(companyEvent);
                metrics.Count(MetricName.CompanyEvents, reason: "repeated");
                return new Publication.Repeated(companyEvent.Id);
            case PublishOutcome.Conflicting:
                return Refuse([PublishRules.Conflict]);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null);
        }
    }

    private Publication.Refused Refuse(IReadOnlyList<CompanyEventProblem> problems)
    {
        log.Refused(problems);
        metrics.Count(MetricName.CompanyEvents, reason: "refused");
        return new(problems);
    }
}
