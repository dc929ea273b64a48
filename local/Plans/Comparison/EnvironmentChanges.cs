using System.Text.Json.Nodes;

namespace Engagement.Local.Plans.Comparison;

/// <summary>What a deployment would change in one environment.</summary>
internal sealed record EnvironmentChanges(string Environment, IReadOnlyList<ResourceChange> Changes)
{
    private static readonly JsonObject NoPlan = [];

    /// <summary>Said of an environment whose plan appears or goes; null of one that stays.</summary>
    public string? Note { get; private init; }

    /// <summary>The changes of every environment that is in one of the two sets of plans, in order of the names.</summary>
    public static IReadOnlyList<EnvironmentChanges> Between(
        IReadOnlyDictionary<string, JsonObject> before,
        IReadOnlyDictionary<string, JsonObject> after) =>
        [
            .. before.Keys.Union(after.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name => Between(name, before, after)),
        ];

    private static EnvironmentChanges Between(
        string name,
        IReadOnlyDictionary<string, JsonObject> before,
        IReadOnlyDictionary<string, JsonObject> after) =>
        new(name, PlanComparison.Between(before.GetValueOrDefault(name, NoPlan), after.GetValueOrDefault(name, NoPlan)))
        {
            Note = (before.ContainsKey(name), after.ContainsKey(name)) switch
            {
                (false, _) => $"The environment {Markdown.Code(name)} is new.",
                (_, false) => $"The plan of the environment {Markdown.Code(name)} is gone.",
                _ => null,
            },
        };
}
