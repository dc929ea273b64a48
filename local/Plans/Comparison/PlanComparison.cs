using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Local.Resources;

namespace Engagement.Local.Plans.Comparison;

/// <summary>What a deployment of one plan does to an environment that is as the other says.</summary>
internal sealed partial class PlanComparison
{
    private const string Inputs = "inputs";

    private static readonly JsonObject Nothing = [];

    private readonly JsonObject before;
    private readonly JsonObject after;

    private PlanComparison(JsonObject before, JsonObject after) => (this.before, this.after) = (before, after);

    /// <param name="before">A plan; an empty one for an environment that is new.</param>
    /// <param name="after">Another; an empty one for an environment that goes.</param>
    /// <returns>Changes of resources in the order of their names, and after them those of the plan's other parts.</returns>
    public static IReadOnlyList<ResourceChange> Between(JsonObject before, JsonObject after)
    {
        var (from, to) = (before["resources"] as JsonObject ?? Nothing, after["resources"] as JsonObject ?? Nothing);
        return [.. new PlanComparison(from, to).Resources(), .. Parts(before, after)];
    }

    private static IEnumerable<ResourceChange> Parts(JsonObject before, JsonObject after) =>
        ((string[])["provider", "definitions", "outputs"]).Select(part => new ResourceChange
        {
            Kind = ChangeKind.Changed,
            Name = part,
            Type = "",
            Before = before[part],
            After = after[part],
            Properties = [.. PropertyDifference.Between("", before[part] ?? new JsonObject(), after[part] ?? new JsonObject())],
        }).Where(change => !change.Properties.IsEmpty);

    private IEnumerable<ResourceChange> Resources()
    {
        var changes = before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(Compare).OfType<ResourceChange>()
            .ToDictionary(change => change.Name, StringComparer.Ordinal);

        // A replaced resource has another id, so that what cannot change it is replaced in its turn.
        while (after.Select(pair => Follow(pair.Key, changes)).OfType<ResourceChange>().FirstOrDefault() is { } follower)
        {
            changes[follower.Name] = follower;
        }

        return changes.Values.OrderBy(change => change.Name, StringComparer.Ordinal);
    }

    private ResourceChange? Compare(string name)
    {
        var (from, to) = (before[name], after[name]);
        var change = new ResourceChange
        {
            Kind = from is null ? ChangeKind.Added : to is null ? ChangeKind.Removed : ChangeKind.Changed,
            Name = name,
            Type = (string)(to ?? from)!["type"]!,
            Before = from,
            After = to,
            Properties = from is null || to is null ? [] : [.. PropertyDifference.Between("", from, to)],
        };
        return change.Kind != ChangeKind.Changed ? change
            : change.Properties.IsEmpty ? null
            : Reason(change) is { } reason ? change with { Kind = ChangeKind.Replaced, Because = reason }
            : change;
    }

    private static string? Reason(ResourceChange change)
    {
        if ((string?)change.Before!["type"] != change.Type)
        {
            return "it is of another type";
        }

        // A URN holds the types of the components that a resource is part of, not their names.
        if (!TypesOf(change.Before).SequenceEqual(TypesOf(change.After!)))
        {
            return "it is part of components of other types, which are part of its URN";
        }

        var declared = change.After!["options"]?["replaceOnChanges"] as JsonArray ?? [];
        var replacing = (Replacements.PathsOf(change.Type) ?? []).Concat(declared.Select(path => (string)path!)).ToList();
        var culprits = replacing.Where(path => change.Properties.Any(property => Concerns(property.Path, $"{Inputs}.{path}"))).ToList();
        return culprits.Count == 0 ? null : $"{string.Join(", ", culprits)} cannot be changed in place";
    }

    private static IEnumerable<string> TypesOf(JsonNode resource) =>
        (resource["within"] as JsonArray ?? []).Select(component => TypeInParentheses().Match((string)component!).Value);

    // The changed property is the one that is meant, part of it, or what it is part of.
    private static bool Concerns(string changed, string meant)
    {
        var path = Index().Replace(changed, "");
        return path == meant
            || path.StartsWith($"{meant}.", StringComparison.Ordinal)
            || meant.StartsWith($"{path}.", StringComparison.Ordinal);
    }

    private ResourceChange? Follow(string name, Dictionary<string, ResourceChange> changes)
    {
        if (changes.TryGetValue(name, out var known) && known.Kind != ChangeKind.Changed || before[name] is not { } from)
        {
            return null;
        }

        var to = after[name]!;
        foreach (var path in Replacements.PathsOf((string)to["type"]!) ?? [])
        {
            var value = path.Split('.').Aggregate(to[Inputs], (node, key) => (node as JsonObject)?[key])?.ToJsonString() ?? "";
            var replaced =
                Reference()
                    .Matches(value)
                    .FirstOrDefault(match =>
                        changes.TryGetValue(match.Groups["name"].Value, out var other) && other.Kind == ChangeKind.Replaced);
            var hashed = Hash().Matches(value).FirstOrDefault(match => changes.TryGetValue(match.Groups["name"].Value, out var other)
                && other.Properties.Any(property => Concerns(property.Path, $"{Inputs}.{match.Groups["property"].Value}")));
            if ((replaced ?? hashed) is { } cause)
            {
                return new()
                {
                    Kind = ChangeKind.Replaced,
                    Name = name,
                    Type = (string)to["type"]!,
                    Before = from,
                    After = to,
                    Properties = known?.Properties ?? ImmutableArray<PropertyChange>.Empty,
                    Because =
                        $"{path} cannot be changed in place, and {cause.Groups["name"].Value} is "
                            + $"{(replaced is null ? "changed" : "replaced")}",
                };
            }
        }

        return null;
    }

    [GeneratedRegex(@"\(([^()]*)\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeInParentheses();

    [GeneratedRegex(@"\[[^\[\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Index();

    [GeneratedRegex(@"\$\{(?<name>[^{}.]+)\.[^{}]+\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"sha256\(\$\{(?<name>[^{}.]+)\.(?<property>[^{}]+)\}\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Hash();
}
