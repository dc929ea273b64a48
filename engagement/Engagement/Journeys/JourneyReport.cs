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

    /// <summary>The value of <c>Reason</c> by which <see cref="MetricName.JourneyOutcomes"/> counts an outcome.</summary>
    public static string CountedAs(string journey, JourneyOutcome outcome) => $"{journey}/{JourneyLog.NameOf(outcome)}";

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
        metrics.Count(MetricName.JourneyOutcomes, reason: CountedAs(note.Journey, note.Outcome));
        if (note is { Reason: { } reason, Outcome: not JourneyOutcome.Branched })
        {
            metrics.Count(MetricName.JourneyReasons, reason: $"{JourneyLog.NameOf(note.Outcome)}/{reason}");
        }

        switch (note.Outcome)
        {
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
