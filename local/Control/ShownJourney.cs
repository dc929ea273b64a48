using System.Text.Json;
using Engagement.Definitions.Journeys;
using Engagement.Journeys;
using Engagement.Local.Cloud;
using Engagement.Local.Platforms;

namespace Engagement.Local.Control;

/// <summary>A version of a deployed journey as the control API shows it, with the number of customers at each step.</summary>
internal sealed record ShownJourney
{
    public required string Journey { get; init; }

    public required string Version { get; init; }

    /// <summary>Whether customers enter this version.</summary>
    public required bool IsCurrent { get; init; }

    public required bool IsClosed { get; init; }

    public required DateTimeOffset Opens { get; init; }

    /// <summary>When the journey was taken from the definitions; null while it is there.</summary>
    public required DateTimeOffset? Removed { get; init; }

    /// <summary>How many customers are inside.</summary>
    public required int Customers { get; init; }

    /// <summary>The start, the steps in the order of the file, the end.</summary>
    public required IReadOnlyList<ShownJourneyStep> Steps { get; init; }

    public required IReadOnlyList<JourneyEdge> Edges { get; init; }

    /// <summary>The journeys of the deployed stack, by name: the version that customers enter first, then those they are in.</summary>
    public static IReadOnlyList<ShownJourney> All(LocalCloud cloud)
    {
        var book = StoredJourneys.Book(cloud);
        var counts = CustomersAtStep.Count(RunningPlatform.From(cloud).Enrollments).ToLookup(count => (count.Journey, count.Version));
        return
        [
            .. from head in book.Heads.OrderBy(head => head.Journey, StringComparer.Ordinal)
               from version in VersionsOf(head)
               let counted = counts[(head.Journey, version)].ToList()
               where counted.Count > 0 || (version == head.Version && head.Removed is null)
               let journey = book.Find(head.Journey, version)
               where journey is not null
               select From(head, version, journey with { Closed = head.Closed }, counted),
        ];
    }

    private static IEnumerable<string> VersionsOf(JourneyHead head) =>
        head.Superseded.Select(each => each.Version).Reverse().Prepend(head.Version);

    private static ShownJourney From(JourneyHead head, string version, Journey journey, IReadOnlyList<CustomersAtStep> counted)
    {
        var graph = JourneyGraph.From(journey);
        return new()
        {
            Journey = head.Journey,
            Version = version,
            IsCurrent = version == head.Version && head.Removed is null,
            IsClosed = head.Closed,
            Opens = head.Opens,
            Removed = head.Removed,
            Customers = counted.Sum(count => count.Customers),
            Steps = [.. graph.Nodes.Select(node => Step(node, counted))],
            Edges = graph.Edges,
        };
    }

    private static ShownJourneyStep Step(JourneyNode node, IReadOnlyList<CustomersAtStep> counted) => new(
        node.Id,
        node.Position?.Text,
        JsonNamingPolicy.CamelCase.ConvertName(node.Kind.ToString()),
        node.Label,
        counted.Where(count => count.Step == node.Position).Sum(count => count.Customers));
}
