using Engagement.Definitions.Journeys;

namespace Engagement.Local.Plans.Comparison;

/// <summary>One way on which a customer of a journey gets a message.</summary>
/// <param name="Template">The message's template.</param>
/// <param name="After">How long after the entry's event it comes: the waits before it together.</param>
/// <param name="Conditions">What the branches and splits before it ask, in order, as Markdown joined by "and"; empty without any.</param>
internal sealed record MessageWay(string Template, TimeSpan After, string Conditions)
{
    /// <summary>All ways to all messages of a journey, in the order of the file.</summary>
    public static IReadOnlyList<MessageWay> In(Journey journey)
    {
        var ways = new List<MessageWay>();
        Walk(journey.Steps, [new("", TimeSpan.Zero, "")], ways);
        return [.. ways.Distinct()];
    }

    /// <summary>Most messages that a customer gets from one entry.</summary>
    public static int MostMessages(IReadOnlyList<JourneyStep> steps) =>
        steps.Sum(step => step is JourneyStep.Send ? 1 : step.Ways.Select(MostMessages).DefaultIfEmpty().Max());

    /// <summary>When the message comes, as Markdown.</summary>
    public string Moment => After == TimeSpan.Zero ? "at once" : $"{JourneyWords.Time(After)} after the event";

    /// <summary>The way as Markdown, such as <c>`P3D` after the event, for 90 % by chance</c>.</summary>
    public override string ToString() => Conditions.Length == 0 ? Moment : $"{Moment}, {Conditions}";

    // The ways up to here lead on, each by itself, where steps of a branch wait for different times.
    private static List<MessageWay> Walk(IReadOnlyList<JourneyStep> steps, List<MessageWay> here, List<MessageWay> found) =>
        steps.Aggregate(here, (ways, step) => Pass(step, ways, found));

    private static List<MessageWay> Pass(JourneyStep step, List<MessageWay> here, List<MessageWay> found)
    {
        switch (step)
        {
            case JourneyStep.Send send:
                found.AddRange(here.Select(way => way with { Template = send.Template }));
                return here;
            case JourneyStep.Wait wait:
                return [.. here.Select(way => way with { After = way.After + wait.Time })];
            case JourneyStep.If branch:
                return Join(
                    here,
                    Walk(branch.Then, [.. here.SelectMany(way => If([way], Asked(branch.Condition, way.After, holds: true)))], found),
                    Walk(branch.Else, [.. here.SelectMany(way => If([way], Asked(branch.Condition, way.After, holds: false)))], found));
            case JourneyStep.Split split:
                return Join(
                    here,
                    [.. split.Shares.Select(share => Walk(share.Steps, If(here, $"for {share.Percent} % by chance"), found))]);
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, "No such step.");
        }
    }

    // What a way asked matters no more where all its branches take the same time.
    private static List<MessageWay> Join(List<MessageWay> before, params IReadOnlyList<List<MessageWay>> branches) =>
        branches.All(branch => branch.Select(way => way.After).SequenceEqual(branches[0].Select(way => way.After)))
            ? [.. before.Zip(branches[0], (way, after) => way with { After = after.After })]
            : [.. branches.SelectMany(branch => branch)];

    private static List<MessageWay> If(List<MessageWay> ways, string condition) =>
    [
        .. ways.Select(way => way with { Conditions = way.Conditions.Length == 0 ? condition : $"{way.Conditions} and {condition}" }),
    ];

    private static string Asked(JourneyCondition condition, TimeSpan after, bool holds) => (condition, holds) switch
    {
        (JourneyCondition.Did did, true) => $"if {Markdown.Code(did.Event)} happened {Until(after)}",
        (JourneyCondition.Did did, false) => $"if {Markdown.Code(did.Event)} did not happen {Until(after)}",
        (JourneyCondition.IsIn segment, true) => $"in the segment {Markdown.Code(segment.Segment)}",
        (JourneyCondition.IsIn segment, false) => $"not in the segment {Markdown.Code(segment.Segment)}",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "No such condition."),
    };

    private static string Until(TimeSpan after) => after == TimeSpan.Zero ? "by then" : $"within {JourneyWords.Time(after)}";
}
