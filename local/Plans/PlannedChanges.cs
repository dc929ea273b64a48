using System.Text.Json.Nodes;
using Engagement.Local.Configuration;
using Engagement.Local.Definitions;
using Engagement.Local.Plans.Comparison;

namespace Engagement.Local.Plans;

/// <summary>What a deployment would change of a stack: of its resources, and for customers.</summary>
/// <param name="People">What customers would notice, as lines of Markdown; none where nothing.</param>
/// <param name="Resources">The changes of resources and of the plan's other parts.</param>
internal sealed record PlannedChanges(IReadOnlyList<string> People, IReadOnlyList<ResourceChange> Resources)
{
    /// <summary>Compares what is deployed with what would be.</summary>
    /// <param name="before">The settings that are deployed.</param>
    /// <param name="deployed">The definitions that are deployed.</param>
    /// <param name="after">The settings now; they name the folder with the definitions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Pulumi.RunException">The program fails; the message says why.</exception>
    public static async Task<PlannedChanges> FindAsync(
        StackConfiguration before, DefinitionFiles deployed, StackConfiguration after, CancellationToken cancellationToken)
    {
        using var copy = deployed.Copy();
        var from = await PlanAsync(before.With("definitions:directory", copy.Folder), cancellationToken);
        var to = await PlanAsync(after, cancellationToken);
        var (plans, next) = (Of(before.Stack, from), Of(after.Stack, to));
        return new(
            [.. TransactionalMessages.Changes(plans, next), .. JourneySummary.Changes(plans, next, withCharts: false)],
            PlanComparison.Between(from, to));
    }

    private static async Task<JsonObject> PlanAsync(
        StackConfiguration configuration, CancellationToken cancellationToken) =>
        PlanYaml.Read(configuration.Stack, await StackPlan.WriteAsync(configuration, cancellationToken));

    private static Dictionary<string, JsonObject> Of(string stack, JsonObject plan) =>
        new(StringComparer.Ordinal) { [stack] = plan };
}
