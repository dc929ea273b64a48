using Engagement.Definitions.Journeys;
using Engagement.Journeys;

namespace Engagement.Pinpoint.Journeys;

/// <summary>
/// Where a customer can be led from a moment of a journey. A moment is the start, the end of a wait, or what follows a message: Pinpoint
/// asks then, and the answer leads to one message or wait, or ends the passage.
/// </summary>
public static class JourneyWays
{
    /// <summary>The first step at or after a position, once the lists that end there are left; null at the journey's end.</summary>
    public static StepPosition? Resolve(Journey journey, StepPosition position) =>
        position.In(journey) is not null ? position
        : position.Parent is { } parent ? Resolve(journey, parent.Next)
        : null;

    /// <summary>
    /// The messages and waits that may come next from a position, each once, in the order in which they stand in the journey. A message
    /// that is left out is passed; a wait is not.
    /// </summary>
    public static IReadOnlyList<StepPosition> Next(Journey journey, StepPosition from) => [.. Walk(journey, from, [])];

    /// <summary>Whether one of the messages and waits that may come next is this one.</summary>
    public static bool LeadTo(Journey journey, StepPosition from, StepPosition to) => Next(journey, from).Contains(to);

    /// <summary>The wait or moment after a message or wait was passed; null at the journey's end.</summary>
    public static StepPosition? After(Journey journey, StepPosition passed) =>
        Resolve(journey, passed.Next) is { } after && Next(journey, after).Count > 0 ? after : null;

    /// <summary>
    /// An entry at the step where the customer is: of a message that Pinpoint was led to, at the step after it. Null where the customer is
    /// not inside, because Pinpoint has not taken the customer yet, or asks no more.
    /// </summary>
    public static Enrollment? Inside(JourneyBook book, Enrollment entry, DateTimeOffset now) =>
        entry.Runner is null || entry.Due <= now ? null
        : entry.Claim is null || book.Find(entry.Journey, entry.Version) is not { } journey ? entry
        : After(journey, entry.Position) is { } after ? entry with { Position = after }
        : null;

    // Ways meet again after a branch: each step is looked at once.
    private static IEnumerable<StepPosition> Walk(Journey journey, StepPosition from, HashSet<StepPosition> seen) =>
        Resolve(journey, from) is not { } position || !seen.Add(position)
            ? []
            : position.In(journey) switch
            {
                JourneyStep.Send => Walk(journey, position.Next, seen).Prepend(position),
                JourneyStep.Wait => [position],
                JourneyStep.If => Walk(journey, position.Branch(true), seen).Concat(Walk(journey, position.Branch(false), seen)),
                JourneyStep.Split split => split.Shares.SelectMany((_, index) => Walk(journey, position.Share(index), seen)),
                _ => throw new ArgumentOutOfRangeException(nameof(from), from, "The journey has no such step."),
            };
}
