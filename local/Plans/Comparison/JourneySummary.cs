using System.Text.Json.Nodes;
using Engagement.Definitions;

namespace Engagement.Local.Plans.Comparison;

/// <summary>What changes of journeys do to customers, for the top of a summary.</summary>
internal static class JourneySummary
{
    /// <summary>Lines of Markdown; none where nothing changes. Environments with the same changes share them.</summary>
    /// <param name="before">Plans as they are accepted now, by environment.</param>
    /// <param name="after">Plans as they would be. An environment that goes has no journeys to judge.</param>
    /// <param name="withCharts">Whether the flowcharts follow, folded away.</param>
    public static IEnumerable<string> Changes(
        IReadOnlyDictionary<string, JsonObject> before, IReadOnlyDictionary<string, JsonObject> after, bool withCharts) => after.Keys
        .Order(StringComparer.Ordinal)
        .Select(name => (Name: name, Text: string.Join('\n', Change(before.GetValueOrDefault(name, []), after[name], withCharts))))
        .Where(change => change.Text.Length > 0)
        .GroupBy(change => change.Text, change => change.Name, StringComparer.Ordinal)
        .SelectMany(same => (string[])["", $"**Journeys** ({string.Join(", ", same)}):", "", same.Key]);

    private static IEnumerable<string> Change(JsonObject before, JsonObject after, bool withCharts)
    {
        try
        {
            var changes = new JourneyChanges(PlannedJourneys.Read(before), PlannedJourneys.Read(after));
            return [.. changes.Items(), .. withCharts ? changes.Charts() : []];
        }
        catch (DefinitionException e)
        {
            // A pull request may change what the file's keys are. The difference of the definitions stands below in any case.
            return
            [
                "- What the changes mean for customers cannot be told. One of the plans shows definitions that this program does not read:",
                .. e.Errors.Select(error => $"  - {Markdown.Code(error.ToString())}"),
            ];
        }
    }
}
