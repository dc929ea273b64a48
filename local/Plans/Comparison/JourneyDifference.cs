using System.Text.Json;
using Engagement.Definitions;
using Engagement.Definitions.Journeys;

namespace Engagement.Local.Plans.Comparison;

/// <summary>What a journey that is another than before does to customers who enter it from then on.</summary>
/// <param name="before">The journey as it was.</param>
/// <param name="after">The journey as it would be.</param>
internal sealed class JourneyDifference(Journey before, Journey after)
{
    /// <summary>Most ways to a message that a line lists; with more, it gives their number.</summary>
    private const int MostWays = 3;

    private readonly IReadOnlyList<MessageWay> waysBefore = MessageWay.In(before);
    private readonly IReadOnlyList<MessageWay> waysAfter = MessageWay.In(after);

    /// <summary>Sentences of Markdown, in the order of the file's keys; none where nothing changes for these customers.</summary>
    public IEnumerable<string> Sentences() =>
    [
        .. Entry(),
        .. Ends(),
        .. SkipIf(),
        .. Changed(before.Between, after.Between, (to, from) =>
            $"Messages come {JourneyWords.Between(to)}, instead of {JourneyWords.Between(from)}."),
        .. Changed(PlannedJourneys.TopicOf(before), PlannedJourneys.TopicOf(after), (to, from) =>
            $"The topic is {Markdown.Code(to)}, instead of {Markdown.Code(from)}."),
        .. Steps(),
    ];

    /// <summary>Whether two journeys have the same steps.</summary>
    public static bool HaveSameSteps(Journey one, Journey other) => Json(one) == Json(other);

    private IEnumerable<string> Entry() =>
    [
        .. Changed(before.Event, after.Event, (to, from) => $"{Markdown.Code(to)} lets customers in, instead of {Markdown.Code(from)}."),
        .. Changed(JourneyWords.Where(before.Where), JourneyWords.Where(after.Where), (to, from) =>
            $"{Markdown.Code(after.Event)} lets a customer in {to}, instead of {from}."),
        .. Changed(JourneyWords.Segment(before.Segment), JourneyWords.Segment(after.Segment), (to, from) =>
            $"The event lets {to} in, instead of {from}."),
        .. Changed(before.Again, after.Again, (to, from) =>
            $"A customer enters {JourneyWords.Again(to)}, instead of {JourneyWords.Again(from)}. Entries up to now count."),
        .. Changed(before.Restarts, after.Restarts, (to, _) => to
            ? "A further event starts the journey anew for customers without a message yet, also for those who are inside now."
            : "A further event does nothing to customers who are inside, instead of starting the journey anew."),
    ];

    private IEnumerable<string> Ends() =>
    [
        .. after.Until.Except(before.Until, StringComparer.Ordinal).Select(end => $"After {Markdown.Code(end)} no more messages come."),
        .. before.Until.Except(after.Until, StringComparer.Ordinal).Select(end => $"Messages come after {Markdown.Code(end)}, too."),
    ];

    private IEnumerable<string> SkipIf()
    {
        var (from, to) = (JourneyWords.SkipIf(before.SkipIf).ToList(), JourneyWords.SkipIf(after.SkipIf).ToList());
        return
        [
            .. to.Except(from, StringComparer.Ordinal).Select(condition => $"Customers whose {condition} get no message."),
            .. from.Except(to, StringComparer.Ordinal).Select(condition => $"Customers whose {condition} get messages, too."),
        ];
    }

    private List<string> Steps()
    {
        List<string> sentences =
        [
            .. Changed(MessageWay.MostMessages(before.Steps), MessageWay.MostMessages(after.Steps), (to, from) =>
                $"A customer gets at most {JourneyWords.Messages(to)}, instead of {from}."),
            .. after.Templates.SelectMany(Message),
            .. before.Templates.Except(after.Templates, StringComparer.Ordinal).Select(gone => $"{Markdown.Code(gone)} no longer comes."),
        ];
        return sentences.Count > 0 || HaveSameSteps(before, after) ? sentences : ["The order of steps changed. The charts show it."];
    }

    private IEnumerable<string> Message(string template)
    {
        var from = waysBefore.Where(way => way.Template == template).ToList();
        var to = waysAfter.Where(way => way.Template == template).ToList();
        return from.SequenceEqual(to) ? []
            : from.Count == 0 ? [$"{Markdown.Code(template)} is new. This message comes {Text(to)}."]
            : [$"{Markdown.Code(template)} comes {Text(to)}, instead of {Instead(from, to)}."];
    }

    // Of a single way, only what is another than before.
    private static string Instead(List<MessageWay> from, List<MessageWay> to) => (from, to) switch
    {
        ([var old], [var current]) when old.Conditions == current.Conditions => old.Moment,
        ([var old], [var current]) when old.After == current.After => old.Conditions.Length == 0 ? "to all" : old.Conditions,
        _ => Text(from),
    };

    private static string Text(List<MessageWay> ways) => ways.Count <= MostWays
        ? string.Join(", or ", ways)
        : $"{JourneyWords.Time(ways.Min(way => way.After))} to {JourneyWords.Time(ways.Max(way => way.After))} after the event, "
            + $"on {ways.Count} ways that the charts show";

    private static IEnumerable<string> Changed<T>(T before, T after, Func<T, T, string> sentence) =>
        EqualityComparer<T>.Default.Equals(before, after) ? [] : [sentence(after, before)];

    private static string Json(Journey journey) => JsonSerializer.Serialize(journey.Steps, JourneysJson.Default.IReadOnlyListJourneyStep);
}
