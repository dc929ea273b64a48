using Engagement.Definitions.Journeys;

namespace Engagement.Local.Plans.Comparison;

/// <summary>What another <c>journeys.yaml</c> does to customers, as Markdown.</summary>
/// <param name="before">The journeys as they are.</param>
/// <param name="after">The journeys as they would be.</param>
internal sealed class JourneyChanges(PlannedJourneys before, PlannedJourneys after)
{
    private IEnumerable<(Journey Before, Journey After)> Kept =>
        from journey in after.Catalog.Journeys
        where before.Catalog.Find(journey.Name) is not null
        select (before.Catalog.Find(journey.Name)!, journey);

    private IEnumerable<Journey> Added => after.Catalog.Journeys.Where(journey => before.Catalog.Find(journey.Name) is null);

    private IEnumerable<Journey> Removed => before.Catalog.Journeys.Where(journey => after.Catalog.Find(journey.Name) is null);

    /// <summary>
    /// Items of a list: first which journeys are essential, then what holds of all marketing, then each journey. There are none where
    /// nothing changes.
    /// </summary>
    public IReadOnlyList<string> Items() =>
    [
        .. after.Catalog.Journeys.SelectMany(Essential),
        .. Limit(),
        .. Hours(),
        .. Kept.SelectMany(pair => Changed(pair.Before, pair.After)),
        .. Kept.SelectMany(pair => Closed(pair.Before, pair.After)),
        .. Added.Select(AddedJourney),
        .. Removed.Select(journey => $"- {Markdown.Code(journey.Name)} is removed. Customers who are inside get nothing more."),
    ];

    /// <summary>Flowcharts of the journeys whose charts change, folded away; the old one before the new one.</summary>
    public IEnumerable<string> Charts() =>
    [
        .. Kept.SelectMany(pair => Chart(pair.After.Name, JourneyChart.Draw(pair.Before), JourneyChart.Draw(pair.After))),
        .. Added.SelectMany(journey => Chart(journey.Name, null, JourneyChart.Draw(journey))),
        .. Removed.SelectMany(journey => Chart(journey.Name, JourneyChart.Draw(journey), null)),
    ];

    private IEnumerable<string> Essential(Journey journey)
    {
        var known = before.Catalog.Find(journey.Name);
        var isEssential = after.IsEssential(journey);
        if (isEssential == (known is not null && before.IsEssential(known)))
        {
            yield break;
        }

        var name = Markdown.Code(journey.Name);
        var effect = isEssential
            ? $"- **{name} is {(known is null ? "" : "now ")}essential.** Neither limits nor hours hold its messages up."
            : $"- {name} is no longer essential. Limits hold for its messages.";
        yield return known is not null && PlannedJourneys.TopicOf(known) == PlannedJourneys.TopicOf(journey)
            ? $"{effect} This holds at once, also for customers who are inside."
            : effect;
    }

    private IEnumerable<string> Limit() => before.Catalog.Limit == after.Catalog.Limit ? [] :
    [
        $"- Of marketing a customer gets {JourneyWords.Limit(after.Catalog.Limit)}"
            + (before.Catalog.Journeys.Count == 0 ? "."
                : $", instead of {JourneyWords.Limit(before.Catalog.Limit)}. This holds at once, also for customers who are inside."),
    ];

    private IEnumerable<string> Hours() => before.Catalog.Between == after.Catalog.Between ? [] :
    [
        $"- Marketing without hours of its own comes {JourneyWords.Between(after.Catalog.Between)}, instead of "
            + $"{JourneyWords.Between(before.Catalog.Between)}. Customers who are inside a journey finish as begun.",
    ];

    private static IEnumerable<string> Changed(Journey from, Journey to) =>
        new JourneyDifference(from, to).Sentences().ToList() is not { Count: > 0 } sentences ? [] :
        [
            $"- {Markdown.Code(to.Name)} changed. {Inside(from, to)} For customers who enter later:",
            .. sentences.Select(sentence => $"  - {sentence}"),
        ];

    private static string Inside(Journey from, Journey to) => "Customers who are inside finish as begun"
        + (from.LongestWait == TimeSpan.Zero ? "" : $" (longest way {JourneyWords.Time(from.LongestWait)})")
        + (to.Restarts ? ", unless a further event starts them anew." : ".");

    private static IEnumerable<string> Closed(Journey from, Journey to) => (from.Closed, to.Closed) switch
    {
        (false, true) => [$"- {Markdown.Code(to.Name)} is closed. No customer enters. Customers who are inside go on."],
        (true, false) => [$"- {Markdown.Code(to.Name)} is open again. Customers enter by later events."],
        _ => [],
    };

    private string AddedJourney(Journey journey) =>
        Removed.FirstOrDefault(gone => JourneyDifference.HaveSameSteps(gone, journey)) is { } gone ? Renamed(gone, journey)
        : $"- {Markdown.Code(journey.Name)} is new. A later {Markdown.Code(journey.Event)} lets {JourneyWords.Segment(journey.Segment)} in. "
            + $"A customer gets at most {JourneyWords.Messages(MessageWay.MostMessages(journey.Steps))}"
            + (journey.Closed ? ". It is closed: no customer enters yet." : ".");

    private static string Renamed(Journey gone, Journey journey) =>
        $"- {Markdown.Code(journey.Name)} is new, with the steps of {Markdown.Code(gone.Name)}, which is removed. Is it renamed? A new name "
            + $"knows no customer: {JourneyWords.AgainKey(journey.Again)} starts anew.";

    private static IEnumerable<string> Chart(string name, string? from, string? to) => from == to ? [] :
    [
        "",
        $"<details><summary>Chart of <code>{name}</code></summary>",
        .. Drawn("Before", from),
        .. Drawn("After", to),
        "",
        "</details>",
    ];

    private static IEnumerable<string> Drawn(string when, string? chart) =>
        chart is null ? [] : ["", $"{when}:", "", .. Markdown.Block("mermaid", chart.TrimEnd('\n').Split('\n'))];
}
