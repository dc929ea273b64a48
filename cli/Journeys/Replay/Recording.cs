using System.Collections.Frozen;
using Engagement.Cli.Commands;
using Engagement.Cli.Files;
using Engagement.CustomerFiles;
using Engagement.Pixel;

namespace Engagement.Cli.Journeys.Replay;

/// <summary>Recorded events, as far as they concern journeys, by the endpoint that they happened to. They are kept in memory.</summary>
/// <param name="types">The types of events that concern journeys.</param>
internal sealed class Recording(FrozenSet<string> types)
{
    // An endpoint's id is the same in any case.
    private readonly Dictionary<string, List<PixelEvent>> endpoints = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many events were read.</summary>
    public long Events { get; private set; }

    /// <summary>How many of them concern journeys.</summary>
    public long Concerning { get; private set; }

    /// <summary>When the first event happened; meaningless without events.</summary>
    public DateTimeOffset First { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>When the last event happened; meaningless without events.</summary>
    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The events that concern journeys, by endpoint.</summary>
    public IReadOnlyDictionary<string, List<PixelEvent>> Endpoints => endpoints;

    /// <summary>Adds the events of a file.</summary>
    /// <exception cref="CommandException">A line is no event.</exception>
    public void Read(LineFile file, CancellationToken cancellation)
    {
        foreach (var line in file.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!string.IsNullOrWhiteSpace(line.Text))
            {
                Add(EventLine.Read(line.Text, out var objection) ?? throw new CommandException(
                    $"{file.Info.Name}:{line.Number}: {(line.IsCut ? "is longer than an event can be" : objection)}."));
            }
        }
    }

    private void Add(PixelEvent recorded)
    {
        Events++;
        First = recorded.At < First ? recorded.At : First;
        Last = recorded.At > Last ? recorded.At : Last;
        if (!types.Contains(recorded.Type))
        {
            return;
        }

        Concerning++;
        if (!endpoints.TryGetValue(recorded.EndpointId, out var events))
        {
            endpoints[recorded.EndpointId] = events = [];
        }

        events.Add(recorded);
    }
}
