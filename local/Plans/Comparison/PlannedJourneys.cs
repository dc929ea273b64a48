using System.Text.Json.Nodes;
using Engagement.Definitions;
using Engagement.Definitions.Journeys;
using Engagement.Definitions.Topics;

namespace Engagement.Local.Plans.Comparison;

/// <summary>The journeys of a plan, and the topics that make some of them essential.</summary>
/// <param name="Catalog">The journeys; none where the plan has none.</param>
/// <param name="Topics">The topics; the default ones where the plan has none.</param>
internal sealed record PlannedJourneys(JourneyCatalog Catalog, TopicCatalog Topics)
{
    /// <summary>Reads what a plan shows of the definitions.</summary>
    /// <param name="plan">The plan; an empty one of an environment that is new.</param>
    /// <exception cref="DefinitionException">The plan shows definitions that this program does not read, such as older ones.</exception>
    public static PlannedJourneys Read(JsonObject plan) => new(
        Text(plan, DefinitionFileNames.Journeys) is { } journeys
            ? JourneyCatalog.Parse(journeys, DefinitionFileNames.Journeys)
            : JourneyCatalog.Empty,
        Text(plan, DefinitionFileNames.Topics) is { } topics
            ? TopicCatalog.Parse(topics, DefinitionFileNames.Topics)
            : TopicCatalog.Default);

    /// <summary>The name of a journey's topic.</summary>
    public static string TopicOf(Journey journey) => journey.Topic ?? Topic.Journeys;

    /// <summary>Whether neither limits nor hours hold a journey's messages up, and customers cannot unsubscribe from them.</summary>
    public bool IsEssential(Journey journey) => Topics.Get(TopicOf(journey)).Kind == TopicKind.Transactional;

    private static string? Text(JsonObject plan, string file) =>
        (plan["definitions"] as JsonObject)?[file] is { } shown ? PlanYaml.Text(shown) : null;
}
