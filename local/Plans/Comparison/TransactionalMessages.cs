using System.Text.Json.Nodes;

namespace Engagement.Local.Plans.Comparison;

/// <summary>
/// The announcements, reminders and journeys from which customers cannot unsubscribe, because their topic is transactional. A reviewer
/// looks at each that becomes one, as at a permission.
/// </summary>
internal static class TransactionalMessages
{
    private static readonly (string File, string Kind)[] Files =
        [("announcements", "announcement"), ("reminders", "reminder"), ("journeys", "journey")];

    /// <summary>What becomes transactional, and what no longer is: lines of Markdown; none where nothing does.</summary>
    /// <param name="before">Plans as they are accepted now, by environment.</param>
    /// <param name="after">Plans as they would be.</param>
    public static IEnumerable<string> Changes(
        IReadOnlyDictionary<string, JsonObject> before, IReadOnlyDictionary<string, JsonObject> after) => after.Keys
        .Order(StringComparer.Ordinal)
        .Select(name => (Name: name, Text: Change(before.GetValueOrDefault(name, []), after[name])))
        .Where(change => change.Text.Length > 0)
        .GroupBy(change => change.Text, change => change.Name, StringComparer.Ordinal)
        .SelectMany(same => (string[])["", $"**Customers cannot unsubscribe** ({string.Join(", ", same)}): {same.Key}."]);

    private static string Change(JsonObject before, JsonObject after)
    {
        var (from, to) = (In(before), In(after));
        return string.Join("; ", new[] { Said("now", to.Except(from)), Said("no longer", from.Except(to)) }.Where(text => text.Length > 0));
    }

    private static string Said(string when, IEnumerable<string> messages) =>
        messages.ToList() is { Count: > 0 } some ? $"{when} from {string.Join(", ", some)}" : "";

    private static List<string> In(JsonObject plan)
    {
        var topics = Member(Member(plan, "definitions"), "topics.yaml");
        var transactional = Entries(topics, "topics").Where(topic => (string?)Member(topic.Value, "kind") == "transactional")
            .Select(topic => topic.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from file in Files
               from entry in Entries(Member(Member(plan, "definitions"), $"{file.File}.yaml"), file.File)
               where (string?)Member(entry.Value, "topic") is { } topic && transactional.Contains(topic)
               select $"the {file.Kind} {Markdown.Code(entry.Key)} (topic {Markdown.Code((string)entry.Value!["topic"]!)})",
        ];
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Entries(JsonNode? node, string member) =>
        Member(node, member) as JsonObject ?? [];

    private static JsonNode? Member(JsonNode? node, string name) => (node as JsonObject)?[name];
}
