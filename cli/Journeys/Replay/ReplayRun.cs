using Engagement.Cli.Commands;
using Engagement.Cli.Files;
using Engagement.CustomerFiles;
using Engagement.Definitions;
using Engagement.Definitions.Journeys;
using Engagement.Journeys.Simulation;

namespace Engagement.Cli.Journeys.Replay;

/// <summary>Replays recorded events through two sets of definitions.</summary>
/// <param name="before">The old definitions.</param>
/// <param name="after">The new definitions.</param>
/// <param name="customers">The customers.</param>
/// <param name="console">Where it tells how far it is.</param>
/// <param name="time">Tells the time, for how far it is.</param>
internal sealed class ReplayRun(
    DefinitionSet before, DefinitionSet after, IReplayCustomers customers, OperatorConsole console, TimeProvider time)
{
    private const int ShownDifferences = 10;
    private const int Parallel = 16;

    private readonly IReadingDisplay display = IReadingDisplay.Create(console, time);
    private readonly Recording recording =
        new([.. JourneyReplay.EventsOf(before.Journeys), .. JourneyReplay.EventsOf(after.Journeys)]);

    private readonly ReplayComparison comparison = new(ShownDifferences);
    private readonly Lock adding = new();
    private long done;

    /// <returns>The report's lines.</returns>
    /// <exception cref="CommandException">A file cannot be read, or a line of it is no event.</exception>
    public async Task<IEnumerable<string>> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            await ReadAsync(path, cancellation);
        }

        if (recording.Events == 0)
        {
            throw new CommandException($"{string.Join(", ", paths)}: no events.");
        }

        var count = recording.Endpoints.Count;
        await display.ShowAsync("customers", () => new(Interlocked.Read(ref done), done, count), () => ReplayAsync(cancellation));
        return ReplayReport.Lines(recording, comparison, customers.Description);
    }

    private async Task ReadAsync(string path, CancellationToken cancellation)
    {
        using var file = LineFile.Open(path);
        await display.ShowAsync(
            file.Info.Name,
            () => new(recording.Events, file.BytesRead, file.Info.Length),
            () => Task.Run(() => recording.Read(file, cancellation), cancellation));
    }

    private Task ReplayAsync(CancellationToken cancellation)
    {
        var (old, current) = (before.Simulation.Opening(recording.First), after.Simulation.Opening(recording.First));
        return System.Threading.Tasks.Parallel.ForEachAsync(
            recording.Endpoints,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation },
            async (endpoint, stop) =>
            {
                var (known, knownNow) = await customers.FindAsync(endpoint.Key, stop);
                var messages = ReplayedMessage.In(old.Run(endpoint.Key, known, endpoint.Value, recording.Last));
                var messagesNow = ReplayedMessage.In(current.Run(endpoint.Key, knownNow, endpoint.Value, recording.Last));
                lock (adding)
                {
                    comparison.Add(endpoint.Key, messages, messagesNow);
                    done++;
                }
            });
    }
}
