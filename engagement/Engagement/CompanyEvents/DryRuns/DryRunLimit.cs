using Engagement.Definitions.Journeys;

namespace Engagement.CompanyEvents.DryRuns;

/// <summary>Finds when messages of marketing were claimed for several endpoints; an endpoint without any may be missing.</summary>
public delegate Task<IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>>> FindSends(
    IReadOnlyCollection<string> endpointIds, CancellationToken cancellation);

/// <summary>How many messages of marketing a customer gets, and what customers got.</summary>
/// <param name="Most">The limit.</param>
/// <param name="Sends">What they got.</param>
public sealed record DryRunLimit(MessageLimit Most, FindSends Sends)
{
    /// <summary>Those of the endpoints that would get one message too many.</summary>
    public async Task<IEnumerable<string>> ReachedAsync(
        IReadOnlyCollection<string> endpointIds, DateTimeOffset now, CancellationToken cancellation)
    {
        var sends = await Sends(endpointIds, cancellation);
        return endpointIds.Where(id => Most.IsReached(sends.GetValueOrDefault(id) ?? [], now));
    }
}
