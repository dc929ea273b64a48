using System.Globalization;
using Engagement.Cli.Commands;
using Engagement.Cli.Files;
using Engagement.CustomerFiles;
using Engagement.Customers;

namespace Engagement.Cli.Customers.Import;

/// <summary>Imports files, one after the other.</summary>
/// <param name="customers">The customers; null in a dry run.</param>
/// <param name="target">What tells the store from others: the name of its table.</param>
/// <param name="settings">How.</param>
/// <param name="console">Where it tells how far it is.</param>
/// <param name="time">Tells the time.</param>
internal sealed class ImportRun(
    ICustomers? customers, string target, ImportSettings settings, OperatorConsole console, TimeProvider time)
{
    // Clocks differ, and a date of today may be written as its midnight elsewhere.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    private readonly IReadingDisplay display = IReadingDisplay.Create(console, time);

    private readonly FileImport import = new(new(customers, time), new(settings.Rate, time), settings.Parallel);

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="CustomerFileException">A file cannot be read.</exception>
    /// <exception cref="CommandException">A file is not the one that was begun.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var all = paths.Select(path => (Path: path, Kept: ImportFiles.Beside(path, settings.StateFolder, customers is null))).ToList();
        if (all.CountBy(each => each.Kept.Report, StringComparer.Ordinal).Any(each => each.Value > 1))
        {
            throw new CommandException("Two of the files have one name, and would share their states: import them one by one.");
        }

        var rejected = 0L;
        foreach (var (path, kept) in all)
        {
            rejected += (await ImportAsync(path, kept, cancellation)).Rejected;
        }

        // Until all are done: a run that was stopped at the second file does not begin with the first.
        foreach (var state in all.Select(each => each.Kept.State).OfType<string>())
        {
            File.Delete(state);
        }

        return rejected == 0 ? ExitCode.Done : ExitCode.Rejected;
    }

    private async Task<ImportCounts> ImportAsync(string path, ImportFiles kept, CancellationToken cancellation)
    {
        using var file = CustomerFile.Open(path);
        var written = new DateTimeOffset(file.Info.LastWriteTimeUtc, TimeSpan.Zero);
        var state = kept.Begin(new() { Target = target, Length = file.Info.Length, Written = written }, settings.Restarts);
        if (state.Line > 0)
        {
            await console.Error.WriteLineAsync($"{file.Info.Name}: goes on behind line {Number(state.Line)}.");
        }

        using var journal = new ImportJournal(file.Info.Name, state, kept.State, kept.Report);
        if (!state.IsDone)
        {
            await ImportAsync(file, journal, written, cancellation);
        }

        await TellAsync(file.Info.Name, kept, journal.State.Counts);
        return journal.State.Counts;
    }

    private async Task ImportAsync(CustomerFile file, ImportJournal journal, DateTimeOffset written, CancellationToken cancellation)
    {
        var rules = new RowRules(written, time.GetUtcNow() + Ahead, settings.TakesVisitors, settings.Ignored);
        var rows = file.Read(rules, journal.State.Line);
        var isDone = false;
        try
        {
            await display.ShowAsync(
                file.Info.Name,
                () => new(journal.State.Counts.Rows, file.BytesRead, file.Info.Length),
                () => import.RunAsync(rows, journal, cancellation));
            isDone = true;
        }
        finally
        {
            journal.Save(isDone);
            if (!isDone && customers is not null)
            {
                await console.Error.WriteLineAsync(
                    $"{file.Info.Name}: stopped behind line {Number(journal.State.Line)}. The same command goes on from there.");
            }
        }
    }

    private async Task TellAsync(string name, ImportFiles kept, ImportCounts counts)
    {
        var stored = customers is null ? "could be stored" : "stored";
        await console.Output.WriteLineAsync(
            $"{name}: {Number(counts.Stored)} rows {stored}, {Number(counts.Rejected)} rejected, "
                + $"{Number(counts.Visitors)} visitors left out.");
        if (counts.Rejected > 0)
        {
            await console.Output.WriteLineAsync($"{name}: what is wrong with which line is in {kept.Report}");
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
