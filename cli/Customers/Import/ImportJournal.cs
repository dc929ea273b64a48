using System.Text;

namespace Engagement.Cli.Customers.Import;

/// <summary>
/// Keeps account of rows that are stored side by side: the position is the last line up to which all are done. Wrong rows are reported in
/// the order of the file, and a run that goes on from the state reports none of them twice.
/// </summary>
internal sealed class ImportJournal : IDisposable
{
    // So often that little is done twice, so seldom that it costs nothing.
    private const int SavedEach = 500;

    private readonly Lock gate = new();
    private readonly Queue<Row> open = new();
    private readonly string fileName;
    private readonly string? statePath;
    private readonly string reportPath;
    private ImportState state;
    private FileStream? report;
    private long unsaved;

    /// <param name="fileName">The file's name, for the report.</param>
    /// <param name="state">Where to begin.</param>
    /// <param name="statePath">Where the state is kept; null where none is.</param>
    /// <param name="reportPath">Where wrong rows are reported.</param>
    public ImportJournal(string fileName, ImportState state, string? statePath, string reportPath)
    {
        (this.fileName, this.state, this.statePath, this.reportPath) = (fileName, state, statePath, reportPath);
        if (state.ReportLength == 0)
        {
            File.Delete(reportPath);
        }
        else
        {
            // The operator may have taken the report away.
            Report.SetLength(Math.Min(Report.Length, state.ReportLength));
        }
    }

    /// <summary>How far it has come.</summary>
    public ImportState State
    {
        get
        {
            lock (gate)
            {
                return state;
            }
        }
    }

    private FileStream Report => report ??= new(reportPath, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);

    /// <summary>Notes that a row is begun. Rows are begun in the order of the file.</summary>
    public Row Begin(long line)
    {
        var row = new Row(line);
        lock (gate)
        {
            open.Enqueue(row);
        }

        return row;
    }

    /// <summary>Notes what became of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="counts">What it counts as.</param>
    /// <param name="problems">What is wrong with it, without values.</param>
    public void Complete(Row row, ImportCounts counts, params IReadOnlyList<string> problems)
    {
        lock (gate)
        {
            row.Outcome = (counts, problems);
            while (open.TryPeek(out var first) && first.Outcome is { } outcome)
            {
                open.Dequeue();
                MoveTo(first.Line, outcome.Counts, outcome.Problems);
            }

            if (unsaved >= SavedEach)
            {
                Save();
            }
        }
    }

    /// <summary>Writes down how far it has come.</summary>
    /// <param name="isDone">Whether that is the end of the file.</param>
    public void Save(bool isDone = false)
    {
        lock (gate)
        {
            state = state with { IsDone = isDone };
            Save();
        }
    }

    public void Dispose() => report?.Dispose();

    private void MoveTo(long line, ImportCounts counts, IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            Report.Position = Report.Length;
            Report.Write(Encoding.UTF8.GetBytes($"{fileName}:{line}: {problem}\n"));
        }

        var sum = state.Counts;
        state = state with
        {
            Line = line,
            Counts = new(sum.Stored + counts.Stored, sum.Rejected + counts.Rejected, sum.Visitors + counts.Visitors),
        };
        unsaved++;
    }

    // The report first: what the state counts is in it.
    private void Save()
    {
        unsaved = 0;
        report?.Flush(flushToDisk: true);
        state = state with { ReportLength = report?.Length ?? 0 };
        if (statePath is not null)
        {
            state.Write(statePath);
        }
    }

    /// <summary>A row that is begun.</summary>
    /// <param name="line">Its number, from 1.</param>
    public sealed class Row(long line)
    {
        public long Line => line;

        /// <summary>What became of it; null until that is known.</summary>
        public (ImportCounts Counts, IReadOnlyList<string> Problems)? Outcome { get; set; }
    }
}
