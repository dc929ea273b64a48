using Engagement.Journeys;

namespace Engagement.Cli.Journeys.Replay;

/// <summary>A message that journeys would have sent.</summary>
/// <param name="At">When.</param>
/// <param name="Journey">The journey.</param>
/// <param name="Template">The template.</param>
internal sealed record ReplayedMessage(DateTimeOffset At, string Journey, string Template)
{
    /// <summary>The messages among what became of a customer.</summary>
    public static IReadOnlyList<ReplayedMessage> In(IEnumerable<JourneyNote> notes) =>
    [
        .. notes.Where(note => note.Outcome == JourneyOutcome.Sent)
            .Select(note => new ReplayedMessage(note.At, note.Journey, note.Template ?? "")),
    ];
}
