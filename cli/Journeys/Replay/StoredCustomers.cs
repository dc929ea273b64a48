using Engagement.Definitions;
using Engagement.Definitions.Templates;
using Engagement.Journeys;

namespace Engagement.Cli.Journeys.Replay;

/// <summary>The customers of a stack, as they are now.</summary>
/// <param name="members">Reads them, with the old definitions' segments.</param>
/// <param name="after">The new definitions.</param>
internal sealed class StoredCustomers(JourneyMembers members, DefinitionSet after) : IReplayCustomers
{
    /// <inheritdoc/>
    public string Description => "The customers' data are those of today, and not those of then: attributes, opt-outs, addresses.";

    /// <summary>The templates of definitions, by name.</summary>
    public static IReadOnlyDictionary<string, MessageTemplate> Templates(DefinitionSet definitions) =>
        definitions.Templates.ToDictionary(template => template.Name, StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<(IJourneyCustomer? Before, IJourneyCustomer? After)> FindAsync(string endpointId, CancellationToken cancellation)
    {
        var member = await members.FindAsync(endpointId, cancellation);
        return (member, member?.With(after.Segments, Templates(after)));
    }
}
