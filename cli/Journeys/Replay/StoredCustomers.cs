using Engagement.Definitions;
using Engagement.Journeys;

namespace Engagement.Cli.Journeys.Replay;

/// <summary>The customers of a stack, as they are now.</summary>
/// <param name="members">Reads them, with the old definitions' segments.</param>
/// <param name="after">The new definitions.</param>
internal sealed class StoredCustomers(JourneyMembers members, DefinitionSet after) : IReplayCustomers
{
    /// <inheritdoc/>
    public string Description => "The customers' data are those of today, and not those of then: attributes, opt-outs, addresses.";

    /// <inheritdoc/>
    public async Task<(IJourneyCustomer? Before, IJourneyCustomer? After)> FindAsync(string endpointId, CancellationToken cancellation)
    {
        var member = await members.FindAsync(endpointId, cancellation);
        return (member, member?.With(after.Segments, after.TemplatesByName()));
    }
}
