using Engagement.Definitions.Journeys;
using Engagement.Journeys;
using Engagement.Sending;

namespace Handlers.Tests.Journeys;

/// <summary>A claim that was written.</summary>
/// <param name="Message">The message.</param>
/// <param name="Entry">The entry as it was claimed.</param>
/// <param name="Journey">The entry's version of the journey.</param>
/// <param name="At">When the claim was decided.</param>
/// <param name="Entered">How the entry was written first, or when it was restarted.</param>
/// <param name="Events">The events that were written down before.</param>
internal sealed record WrittenClaim(
    JourneyMessage Message,
    Enrollment Entry,
    Journey Journey,
    DateTimeOffset At,
    WrittenEntry Entered,
    IReadOnlyList<(string Type, DateTimeOffset At)> Events);

/// <summary>An entry that was written.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Journey">Its version of the journey.</param>
/// <param name="Head">The journey's head.</param>
/// <param name="At">When it was decided.</param>
internal sealed record WrittenEntry(Enrollment Entry, Journey Journey, JourneyHead Head, DateTimeOffset At);

/// <summary>What happened in a world, in the order of the writes.</summary>
internal sealed class WorldLog
{
    public List<WrittenClaim> Claims { get; } = [];

    public List<WrittenEntry> Entries { get; } = [];

    public List<JourneyNote> Notes { get; } = [];

    public List<(JourneyMessage Message, SendOutcome Outcome)> Calls { get; } = [];

    public List<(string Type, DateTimeOffset At)> Events { get; } = [];

    /// <summary>When the first delivery of each event was, by the event's id.</summary>
    public Dictionary<string, DateTimeOffset> Delivered { get; } = [];
}
