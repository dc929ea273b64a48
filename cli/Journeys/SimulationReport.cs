using System.Globalization;
using Engagement.Journeys;
using Engagement.Journeys.Simulation;
using Engagement.Times;

namespace Engagement.Cli.Journeys;

/// <summary>What a simulation tells, a line for each event and each thing that became of the customer.</summary>
/// <param name="start">When the simulation started.</param>
/// <param name="zone">The customer's zone.</param>
internal sealed class SimulationReport(DateTimeOffset start, CustomerZone zone)
{
    /// <summary>The lines, the earliest first.</summary>
    public IEnumerable<string> Lines(IEnumerable<SimulatedEvent> events, IEnumerable<JourneyNote> notes) =>
        events.Select(each => (At: start + each.After, Text: each.Type))
            .Concat(notes.Where(note => note.Outcome != JourneyOutcome.Claimed).Select(note => (note.At, Text: Text(note))))
            .OrderBy(line => line.At)
            .Select(line => $"{zone.TimeAt(line.At).ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {line.Text}");

    private static string Text(JourneyNote note) => $"  {note.Journey}: " + note.Outcome switch
    {
        JourneyOutcome.Entered => "entered",
        JourneyOutcome.NotEntered => $"not entered: {note.Reason}",
        JourneyOutcome.Restarted => "started anew",
        JourneyOutcome.Branched => $"step {note.Step} goes {note.Reason}",
        JourneyOutcome.PutOff => $"message {note.Template} waits for its hours",
        JourneyOutcome.Sent => $"message {note.Template}",
        JourneyOutcome.LeftOut => $"message {note.Template} left out: {note.Reason}",
        JourneyOutcome.Left when note.Template is { } template => $"ended before message {template}: {note.Reason}",
        JourneyOutcome.Left => $"ended: {note.Reason}",
        _ => note.Outcome.ToString(),
    };
}
