using Engagement.Consent;
using Engagement.Customers;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;

namespace Engagement.Journeys;

/// <summary>Reads stored customers for journeys.</summary>
/// <param name="customers">The customers.</param>
/// <param name="consents">What holds for their addresses; null where nothing is sent, and nobody asks.</param>
/// <param name="segments">Today's segments.</param>
/// <param name="templates">Today's templates; none where nothing is sent.</param>
public sealed class JourneyMembers(
    ICustomers customers, IConsents? consents, SegmentCatalog segments, IReadOnlyDictionary<string, MessageTemplate> templates)
    : IJourneyCustomers
{
    /// <summary>The customer of an endpoint, as it is now; null when there is none.</summary>
    /// <param name="endpointId">The endpoint, in any case.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="Services.ServiceException">The customer could not be read.</exception>
    public async Task<JourneyMember?> FindAsync(string endpointId, CancellationToken cancellation)
    {
        if (await customers.FindByEndpointAsync(endpointId, cancellation) is not { } profile
            || profile.Endpoint(endpointId) is not { } endpoint)
        {
            return null;
        }

        return new(new(profile, endpoint), await ConsentAsync(endpoint, cancellation), segments, templates);
    }

    /// <inheritdoc/>
    async Task<IJourneyCustomer?> IJourneyCustomers.FindAsync(string endpointId, CancellationToken cancellation) =>
        await FindAsync(endpointId, cancellation);

    private async Task<AddressConsent?> ConsentAsync(CustomerEndpoint endpoint, CancellationToken cancellation)
    {
        if (consents is null || endpoint.Address is not { } address)
        {
            return null;
        }

        var key = AddressKey.From(address);
        return (await consents.FindAsync([key], cancellation)).GetValueOrDefault(key);
    }
}
