using Engagement.Customers;
using Engagement.Functions;
using Engagement.Journeys;
using Engagement.Pixel.Recording;
using Engagement.Services;
using Engagement.Telemetry;

namespace Engagement.Ses.Events;

/// <summary>
/// Records events in the archive, at customers what events say of them, and in customers' journeys what events begin and end there. The
/// line in the archive comes last. What stands before it may be repeated without harm, whereas a line that is added again is in the archive
/// twice, with the same id. So a line is there twice only when the archive's answer was lost. The order of events does not matter for
/// customers: their times tell which came first.
/// </summary>
public sealed class SesEventRecorder(
    IEventArchive archive, ICustomers customers, IJourneyBooks books, JourneyRecorder journeys, LogWriter log, MetricsWriter metrics)
    : IEventRecorder
{
    // An update takes four calls of a few milliseconds, so that a thousand of them take about two seconds.
    private const int AtOnce = 8;

    private readonly EventCustomers updates = new(customers, journeys);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> RecordAsync(IReadOnlyCollection<PendingEvent> events, Deadline deadline)
    {
        var returned = new List<string>();
        try
        {
            await RecordAsync(events, await books.ReadAsync(deadline.Cancellation), returned, deadline);
        }
        catch (ServiceException exception)
        {
            // Which events concern a journey is unknown.
            log.UpdateFailed(events.Count, exception.Message);
            SendBack(events, RecordingReturnReason.OfCustomers(exception.Failure), returned);
        }

        return returned;
    }

    private async Task RecordAsync(
        IReadOnlyCollection<PendingEvent> events, JourneyBook book, List<string> returned, Deadline deadline)
    {
        var concerning = events.ToLookup(pending => pending.Event.User is not null || book.Concerns(pending.Event.Type));
        // First what waits for no customer, so that it is archived even while the customers' tables are slow.
        await ArchiveAsync(concerning[false].Select(pending => new UpdatedEvent(pending)), returned, deadline);
        await ArchiveAsync(await UpdateAsync(concerning[true], book, returned, deadline), returned, deadline);
    }

    private async Task<IReadOnlyList<UpdatedEvent>> UpdateAsync(
        IEnumerable<PendingEvent> events, JourneyBook book, List<string> returned, Deadline deadline)
    {
        var updated = new List<UpdatedEvent>();
        foreach (var together in events.GroupBy(pending => CustomerId.EndpointKey(pending.Event.EndpointId)).Chunk(AtOnce))
        {
            if (deadline.AllowsMore)
            {
                var answers = await Task.WhenAll(together.Select(
                    endpoint => updates.UpdateAsync([.. endpoint], book, deadline.Cancellation)));
                updated.AddRange(answers.SelectMany(answer => answer));
            }
            else
            {
                SendBackOutOfTime([.. together.SelectMany(endpoint => endpoint)], returned);
            }
        }

        SendBackFailed(updated, returned);
        return [.. updated.Where(each => IsSettled(each))];
    }

    private async Task ArchiveAsync(IEnumerable<UpdatedEvent> events, List<string> returned, Deadline deadline)
    {
        foreach (var records in ArchiveRecord.Divide(events))
        {
            var pending = records.SelectMany(record => record.Events).Select(each => each.Event).ToList();
            if (!deadline.AllowsMore)
            {
                SendBackOutOfTime(pending, returned);
                continue;
            }

            try
            {
                Settle(records, await archive.AddAsync(records, deadline.Cancellation), returned);
            }
            catch (ServiceException exception)
            {
                log.SendFailed(pending.Count, exception.Message);
                SendBack(pending, RecordingReturnReason.OfArchive(exception.Failure), returned);
            }
        }
    }

    private void Settle(IReadOnlyList<ArchiveRecord> records, IReadOnlyList<bool> taken, List<string> returned)
    {
        foreach (var (record, isTaken) in records.Zip(taken))
        {
            if (isTaken)
            {
                ReportRecorded(record.Events);
                continue;
            }

            log.SendFailed(record.Events.Count, "the archive's answer says so of their record");
            SendBack(record.Events.Select(each => each.Event), RecordingReturnReason.OfArchive(ServiceFailure.Failed), returned);
        }
    }

    private void ReportRecorded(IReadOnlyList<UpdatedEvent> events)
    {
        metrics.CountRecorded([.. events.Select(each => each.Event)]);
        foreach (var (pending, problem) in events)
        {
            if (problem is not null)
            {
                log.EndpointRefused(pending.Event, problem.Message);
                metrics.Count(MetricName.EndpointsRefused);
                metrics.Count(MetricName.EventsRecordedInPart);
            }
        }
    }

    private static bool IsSettled(UpdatedEvent updated) => updated.Problem is null or { Failure: ServiceFailure.Refused };

    private void SendBackFailed(IEnumerable<UpdatedEvent> updated, List<string> returned)
    {
        foreach (var failed in updated.Where(each => !IsSettled(each)).GroupBy(each => (each.Problem!.Failure, each.Problem.Message)))
        {
            log.UpdateFailed(failed.Count(), failed.Key.Message);
            SendBack(failed.Select(each => each.Event), RecordingReturnReason.OfCustomers(failed.Key.Failure), returned);
        }
    }

    private void SendBackOutOfTime(List<PendingEvent> events, List<string> returned)
    {
        log.OutOfTime(events.Count);
        SendBack(events, ReturnReason.OutOfTime, returned);
    }

    private void SendBack(IEnumerable<PendingEvent> events, string reason, List<string> returned)
    {
        foreach (var pending in events)
        {
            returned.AddRange(pending.MessageIds);
            metrics.CountReturned(pending, reason);
        }
    }
}
