namespace Engagement.Journeys;

/// <summary>How many customers are at a step of a journey.</summary>
/// <param name="Journey">Name of the journey.</param>
/// <param name="Version">The version that they go through, see <see cref="Definitions.Journeys.JourneyVersion.Id"/>.</param>
/// <param name="Step">The step that comes next for them.</param>
/// <param name="Customers">How many, at least 1.</param>
public sealed record CustomersAtStep(string Journey, string Version, StepPosition Step, int Customers)
{
    /// <summary>Counts customers by the entries that they are in: by journey, version and step, in the order of the names.</summary>
    public static IReadOnlyList<CustomersAtStep> Count(IEnumerable<Enrollment> entries) =>
    [
        .. entries.CountBy(entry => (entry.Journey, entry.Version, entry.Position))
            .Select(each => new CustomersAtStep(each.Key.Journey, each.Key.Version, each.Key.Position, each.Value))
            .OrderBy(each => each.Journey, StringComparer.Ordinal)
            .ThenBy(each => each.Version, StringComparer.Ordinal)
            .ThenBy(each => each.Step.Text, StringComparer.Ordinal),
    ];
}
