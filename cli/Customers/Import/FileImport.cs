using System.Threading.Channels;
using Engagement.CustomerFiles;
using Engagement.Customers;
using Engagement.Services;

namespace Engagement.Cli.Customers.Import;

/// <summary>
/// Stores the rows of a file, several at once. Rows of one customer go one after the other: writers of one customer would only make each
/// other look again.
/// </summary>
/// <param name="store">Stores a row.</param>
/// <param name="pace">How fast.</param>
/// <param name="lanes">How many rows are stored at once.</param>
internal sealed class FileImport(RowStore store, ImportPace pace, int lanes)
{
    private const int Waiting = 64;

    private static readonly ImportCounts Stored = new(1, 0, 0);
    private static readonly ImportCounts Rejected = new(0, 1, 0);
    private static readonly ImportCounts Visitor = new(0, 0, 1);
    private static readonly ImportCounts Nothing = new(0, 0, 0);

    /// <param name="rows">The rows, in the order of the file.</param>
    /// <param name="journal">Keeps account of them.</param>
    /// <param name="cancellation">Stops. What is begun then is not waited for, and the journal does not count it.</param>
    /// <exception cref="ServiceException">The store takes nothing.</exception>
    public async Task RunAsync(IEnumerable<ImportRow> rows, ImportJournal journal, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Channel<(ImportJournal.Row Row, CustomerUpdate Update)>[] queues =
        [
            .. Enumerable.Range(0, lanes).Select(
                _ => System.Threading.Channels.Channel.CreateBounded<(ImportJournal.Row, CustomerUpdate)>(Waiting)),
        ];
        Task[] work =
        [
            EndingAsync(stop.CancelAsync, () => HandOutAsync(rows, journal, queues, stop.Token)),
            .. queues.Select(queue => EndingAsync(stop.CancelAsync, () => StoreAsync(queue.Reader, journal, stop.Token))),
        ];
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        // The one that failed, and not those that were stopped for it.
        if (Array.Find(work, each => each.IsFaulted) is { } failed)
        {
            await failed;
        }
    }

    private async Task HandOutAsync(
        IEnumerable<ImportRow> rows,
        ImportJournal journal,
        Channel<(ImportJournal.Row Row, CustomerUpdate Update)>[] queues,
        CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var begun = journal.Begin(row.Line);
            if (row is ImportRow.Fit { Update: var update })
            {
                await pace.WaitAsync(cancellation);
                await queues[LaneOf(update)].Writer.WriteAsync((begun, update), cancellation);
                continue;
            }

            Complete(row, begun, journal);
        }

        Array.ForEach(queues, queue => queue.Writer.Complete());
    }

    private async Task StoreAsync(
        ChannelReader<(ImportJournal.Row Row, CustomerUpdate Update)> queue,
        ImportJournal journal,
        CancellationToken cancellation)
    {
        await foreach (var (row, update) in queue.ReadAllAsync(cancellation))
        {
            if (await store.StoreAsync(update, cancellation) is { } problem)
            {
                journal.Complete(row, Rejected, problem);
            }
            else
            {
                journal.Complete(row, Stored);
            }
        }
    }

    private static void Complete(ImportRow row, ImportJournal.Row begun, ImportJournal journal)
    {
        switch (row)
        {
            case ImportRow.Wrong wrong:
                journal.Complete(begun, Rejected, wrong.Problems);
                break;
            case ImportRow.Visitor:
                journal.Complete(begun, Visitor);
                break;
            default:
                journal.Complete(begun, Nothing);
                break;
        }
    }

    private int LaneOf(CustomerUpdate update) =>
        (int)((uint)(update.UserId ?? update.EndpointId).GetHashCode(StringComparison.Ordinal) % lanes);

    // The first that fails stops the others.
    private static async Task EndingAsync(Func<Task> stop, Func<Task> work)
    {
        try
        {
            await Task.Run(work);
        }
        catch (Exception)
        {
            await stop();
            throw;
        }
    }
}
