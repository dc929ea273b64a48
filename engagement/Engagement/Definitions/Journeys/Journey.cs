using Engagement.Definitions.Announcements;
using Engagement.Definitions.Reminders;
using Engagement.Definitions.Segments;

namespace Engagement.Definitions.Journeys;

/// <summary>An event of a customer, and the messages that answer it.</summary>
public sealed record Journey
{
    /// <summary>The value of <see cref="Again"/> by which a customer enters once and never again.</summary>
    public static readonly TimeSpan Never = TimeSpan.MaxValue;

    /// <summary>1 to 40 letters, digits, <c>_</c> and <c>-</c>. It is the journey's memory: a new name knows nobody.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, for readers of the file; null when it says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The event that lets a customer in.</summary>
    public required string Event { get; init; }

    /// <summary>
    /// What must hold of the event: conditions on its attributes (<see cref="SegmentSubject.Attribute"/>) and metrics
    /// (<see cref="SegmentSubject.Metric"/>). Empty: any event of the type does.
    /// </summary>
    public IReadOnlyList<SegmentCondition> Where { get; init; } = [];

    /// <summary>Name of the segment of customers who may enter, judged at entry alone; null for each customer.</summary>
    public string? Segment { get; init; }

    /// <summary>
    /// Least time from one entry's event to the next's, one hour to 365 days; zero: always; <see cref="Never"/>: a customer enters once.
    /// </summary>
    public required TimeSpan Again { get; init; }

    /// <summary>
    /// Whether a further event starts the journey anew for a customer who is in it and had no message yet. Default: it does nothing.
    /// </summary>
    public bool Restarts { get; init; }

    /// <summary>Once one of these events happened since the entry's event, no more messages come. At most 5.</summary>
    public IReadOnlyList<string> Until { get; init; } = [];

    /// <summary>A customer who fits one of these when a message is due does not get that message. The journey goes on.</summary>
    public IReadOnlyList<CampaignCondition> SkipIf { get; init; } = [];

    /// <summary>When a message may come, in the customer's zone; null for day and night.</summary>
    public AllowedHours? Between { get; init; }

    /// <summary>
    /// The topic from which customers unsubscribe; null for <see cref="Topics.Topic.Journeys"/>. A transactional topic makes the journey
    /// essential: limits do not hold its messages up, and it has no hours.
    /// </summary>
    public string? Topic { get; init; }

    /// <summary>Whether nobody enters. Customers who are inside go on. Default: customers enter.</summary>
    public bool Closed { get; init; }

    /// <summary>The steps, 1 to 20 with those inside others.</summary>
    public required IReadOnlyList<JourneyStep> Steps { get; init; }

    /// <summary>All steps, those inside others included, in the order of the file.</summary>
    public IEnumerable<JourneyStep> AllSteps => Within(Steps);

    /// <summary>The templates that it sends, each once.</summary>
    public IEnumerable<string> Templates =>
        AllSteps.OfType<JourneyStep.Send>().Select(send => send.Template).Distinct(StringComparer.Ordinal);

    /// <summary>The event types whose latest instant it asks for: those that an <c>until</c> or <c>did</c> names.</summary>
    public IEnumerable<string> Watched => Until.Concat(Conditions.OfType<JourneyCondition.Did>().Select(did => did.Event));

    /// <summary>The segments whose customers it asks for.</summary>
    public IEnumerable<string> Segments =>
        Conditions.OfType<JourneyCondition.IsIn>().Select(condition => condition.Segment).Concat(Segment is null ? [] : [Segment]);

    /// <summary>How long the waits of its longest way are together.</summary>
    public TimeSpan LongestWait => LongestOf(Steps);

    private IEnumerable<JourneyCondition> Conditions => AllSteps.OfType<JourneyStep.If>().Select(step => step.Condition);

    private static IEnumerable<JourneyStep> Within(IReadOnlyList<JourneyStep> steps) =>
        steps.SelectMany(step => step.Ways.SelectMany(Within).Prepend(step));

    private static TimeSpan LongestOf(IReadOnlyList<JourneyStep> steps) =>
        steps.Aggregate(TimeSpan.Zero, (total, step) => total + step switch
        {
            JourneyStep.Wait wait => wait.Time,
            _ => step.Ways.Select(LongestOf).DefaultIfEmpty().Max(),
        });
}
