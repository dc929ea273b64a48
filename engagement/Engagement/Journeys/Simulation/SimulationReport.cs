namespace Engagement.Journeys.Simulation;

/// <summary>What a simulation tells, in words: each event, and each thing that became of the customer.</summary>
public static class SimulationReport
{
    /// <summary>What happened when, the earliest first.</summary>
    /// <param name="start">When the simulation started.</param>
    /// <param name="events">The events.</param>
    /// <param name="notes">What became of the customer.</param>
    public static IEnumerable<(DateTimeOffset At, bool IsEvent, string Text)> Lines(
        DateTimeOffset start, IEnumerable<SimulatedEvent> events, IEnumerable<JourneyNote> notes) =>
        events.Select(each => (At: start + each.After, IsEvent: true, Text: each.Type))
            .Concat(notes.Where(note => note.Outcome != JourneyOutcome.Claimed)
                .Select(note => (note.At, IsEvent: false, Text: $"{note.Journey}: {Text(note)}")))
            .OrderBy(line => line.At);

    /// <summary>What became of a customer at a step.</summary>
    public static string Text(JourneyNote note) => note.Outcome switch
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
