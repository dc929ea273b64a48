using Engagement.Functions;

namespace Engagement.Aws.Journeys;

/// <summary>The tables of journeys.</summary>
/// <param name="Customers">One item a customer: where the customer is in journeys.</param>
/// <param name="Books">The heads of journeys, and their versions.</param>
/// <param name="History">What became of each customer.</param>
public sealed record JourneyTables(string Customers, string Books, string History)
{
    /// <summary>
    /// Reads <c>JOURNEYS_TABLE</c>, <c>JOURNEY_BOOKS_TABLE</c> and <c>JOURNEY_HISTORY_TABLE</c>; a missing variable is noted as a problem.
    /// </summary>
    public static JourneyTables Read(EnvironmentReader environment) => new(
        environment.Required("JOURNEYS_TABLE"),
        environment.Required("JOURNEY_BOOKS_TABLE"),
        environment.Required("JOURNEY_HISTORY_TABLE"));
}
