using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Journeys;

/// <summary>
/// Tells what became of customers in journeys: in the history, in metrics, and in log lines without a customer. What is told has happened
/// already, so that a history that cannot be written holds nothing up.
/// </summary>
public sealed class JourneyReport(IJourneyHistory history, LogWriter log, MetricsWriter metrics)
{
    // What keeps customers out of a journey that works.
    private static readonly string?[] Expected =
        [JourneyReason.Again, JourneyReason.Inside, JourneyReason.NotLater, JourneyReason.Closed];

    /// <param name="endpointId">The endpoint.</param>
    /// <param name="notes">What became of it.</param>
    public async Task TellAsync(string endpointId, IReadOnlyList<JourneyNote> notes)
    {
        foreach (var note in notes)
        {
            log.Noted(note);
            Count(note);
        }

        try
        {
            await (notes.Count == 0 ? Task.CompletedTask : history.AddAsync(endpointId, notes, CancellationToken.None));
        }
        catch (ServiceException exception)
        {
            log.HistoryFailed(notes.Count, exception.Message);
            metrics.Count(MetricName.JourneyHistoryLost, notes.Count);
        }
    }

    private void Count(JourneyNote note)
    {
        var outcome = JourneyLog.NameOf(note.Outcome);
        metrics.Count(MetricName.JourneySteps, reason: $"{note.Journey}/{note.Step}/{outcome}");
        if (note is { Reason: { } reason, Outcome: not JourneyOutcome.Branched })
        {
            metrics.Count(MetricName.JourneyReasons, reason: $"{outcome}/{reason}");
        }

        switch (note.Outcome)
        {
            case JourneyOutcome.Entered:
                metrics.Count(MetricName.JourneyEntries, reason: note.Journey);
                break;
            case JourneyOutcome.NotEntered when !Expected.Contains(note.Reason):
                metrics.Count(MetricName.JourneyEntriesRefused, reason: note.Journey);
                break;
            case JourneyOutcome.Sent:
                metrics.Count(MetricName.MessagesSent);
                break;
            case JourneyOutcome.Unknown:
                metrics.Count(MetricName.MessagesUnknown, reason: note.Reason);
                break;
            case JourneyOutcome.Returned:
                metrics.Count(MetricName.MessagesPostponed, reason: note.Reason);
                break;
        }
    }
}
