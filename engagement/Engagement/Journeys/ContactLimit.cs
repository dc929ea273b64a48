using System.Collections.ObjectModel;
using Engagement.Definitions.Journeys;
using Engagement.Sending;
using Engagement.Services;

namespace Engagement.Journeys;

/// <summary>
/// The limit over what journeys and campaigns send: both count in the one item that a customer has in the journeys' store.
/// </summary>
/// <param name="limit">The limit.</param>
/// <param name="journeys">The store.</param>
public sealed class ContactLimit(MessageLimit limit, ICustomerJourneys journeys) : IContactLimit
{
    /// <inheritdoc/>
    public async Task<IContactCounts> ReadAsync(IReadOnlyCollection<string> endpointIds, CancellationToken cancellation) => new Counts(
        limit,
        journeys,
        endpointIds.Count == 0
            ? ReadOnlyDictionary<string, CustomerJourneys>.Empty
            : await journeys.FindAsync(endpointIds, cancellation));

    private sealed class Counts(MessageLimit limit, ICustomerJourneys journeys, IReadOnlyDictionary<string, CustomerJourneys> read)
        : IContactCounts
    {
        public bool SeemsReached(string endpointId, DateTimeOffset now) => limit.IsReached(AsRead(endpointId).Sends, now);

        // What was read may be old: it is written upon at most, and never decides against a message.
        public async Task<bool> TryCountAsync(string endpointId, DateTimeOffset at, CancellationToken cancellation)
        {
            var customer = AsRead(endpointId);
            for (var attempt = 0; attempt < JourneyWriter.MostAttempts; attempt++)
            {
                if (!limit.IsReached(customer.Sends, at) && await journeys.TryWriteAsync(customer.Counting(at), cancellation))
                {
                    return true;
                }

                customer = await FindAsync(endpointId, cancellation);
                if (limit.IsReached(customer.Sends, at))
                {
                    return false;
                }
            }

            throw OthersWereFaster();
        }

        public async Task TakeBackAsync(string endpointId, DateTimeOffset at, CancellationToken cancellation)
        {
            for (var attempt = 0; attempt < JourneyWriter.MostAttempts; attempt++)
            {
                var customer = await FindAsync(endpointId, cancellation);
                if (!customer.Sends.Contains(at) || await journeys.TryWriteAsync(customer.NotCounting(at), cancellation))
                {
                    return;
                }
            }

            throw OthersWereFaster();
        }

        private static ServiceException OthersWereFaster() =>
            new(ServiceFailure.Failed, "The limit of messages: other writers of the customer were faster each time");

        private CustomerJourneys AsRead(string endpointId) => read.GetValueOrDefault(endpointId) ?? New(endpointId);

        private async Task<CustomerJourneys> FindAsync(string endpointId, CancellationToken cancellation) =>
            await journeys.FindAsync(endpointId, cancellation) ?? New(endpointId);

        private static CustomerJourneys New(string endpointId) => new() { EndpointId = endpointId };
    }
}
