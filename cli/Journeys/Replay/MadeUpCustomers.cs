using Engagement.Definitions;
using Engagement.Journeys;
using Engagement.Journeys.Simulation;

namespace Engagement.Cli.Journeys.Replay;

/// <summary>Customers who all have an address, no attributes, and want all messages.</summary>
/// <param name="before">The old definitions.</param>
/// <param name="after">The new definitions.</param>
internal sealed class MadeUpCustomers(DefinitionSet before, DefinitionSet after) : IReplayCustomers
{
    private readonly IJourneyCustomer customer = Create(before);
    private readonly IJourneyCustomer customerNow = Create(after);

    /// <inheritdoc/>
    public string Description =>
        "The customers are made up: each has an address, no attributes, and wants all messages. --stack takes those of a stack.";

    /// <inheritdoc/>
    public Task<(IJourneyCustomer? Before, IJourneyCustomer? After)> FindAsync(string endpointId, CancellationToken cancellation) =>
        Task.FromResult<(IJourneyCustomer?, IJourneyCustomer?)>((customer, customerNow));

    private static SimulatedCustomer Create(DefinitionSet definitions) =>
        new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), definitions.Segments);
}
