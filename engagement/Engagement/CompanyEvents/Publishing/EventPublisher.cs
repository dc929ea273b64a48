using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.Definitions.Announcements;
using Engagement.Services;
using Engagement.Telemetry;

namespace PublishCompanyEvent.Publishing;

/// <summary>
/// Writes an event down, then gives its trigger. A death between the two leaves an event of which nothing is launched: the next delivery of the same
/// event gives the trigger again, and the check of the ledger launches the event where none comes. An announcement that is held gets no trigger.
/// </summary>
/// <param name="ledger">The events so far.</param>
/// <param name="journey">Triggers <see cref="AnnouncementRoute.Journey"/>.</param>
/// <param name="stateMachine">Triggers <see cref="AnnouncementRoute.StepFunctions"/>.</param>
/// <param name="log">Where lines go.</param>
/// <param name="metrics">Where events are counted.</param>
internal sealed class EventPublisher(ILedger ledger, ITrigger journey, ITrigger stateMachine, LogWriter log, MetricsWriter metrics)
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
                await TriggerFor(accepted.Announcement).GiveAsync(earlier?.Event ?? accepted.Event, accepted.Announcement, cancellation);
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

    /// <summary>A state machine does not come back by itself to what it gave up, as a journey's function does from its queue: a repeat of the event starts it again.</summary>
    private static PublishOutcome Judge(CompanyEventAccepted accepted, EventRecord? earlier)
    {
        var outcome = PublishRules.Judge(accepted.Event, earlier);
        return outcome == PublishOutcome.Repeated
            && accepted.Announcement.Via == AnnouncementRoute.StepFunctions
            && LaunchRules.StateOf(earlier!, CampaignPlan.Of(accepted.Announcement, earlier!.Event)) != LaunchState.Launched
            ? PublishOutcome.TriggerAgain
            : outcome;
    }

    private ITrigger TriggerFor(Announcement announcement) => announcement.Via switch
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
                return new Published(companyEvent.Id);
            case PublishOutcome.New:
                log.Published(companyEvent, again: false);
                metrics.Count(MetricName.CompanyEvents, reason: "new");
                return new Published(companyEvent.Id);
            case PublishOutcome.TriggerAgain when !accepted.Announcement.IsHeld:
                log.Published(companyEvent, again: true);
                metrics.Count(MetricName.CompanyEvents, reason: "repeated");
                return new Repeated(companyEvent.Id);
            case PublishOutcome.TriggerAgain or PublishOutcome.Repeated:
                log.Repeated(companyEvent);
                metrics.Count(MetricName.CompanyEvents, reason: "repeated");
                return new Repeated(companyEvent.Id);
            case PublishOutcome.Conflicting:
                return Refuse([PublishRules.Conflict]);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null);
        }
    }

    private Refused Refuse(IReadOnlyList<CompanyEventProblem> problems)
    {
        log.Refused(problems);
        metrics.Count(MetricName.CompanyEvents, reason: "refused");
        return new(problems);
    }
}
