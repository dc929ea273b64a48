using Engagement.CompanyEvents.DryRuns;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Journeys;

namespace Engagement.Local.Platforms;

/// <summary>The platform that the deployed stack stands on, as the control API and the checks look at it.</summary>
internal interface IRunningPlatform
{
    /// <summary>The events that it has recorded, oldest first; an event that was recorded twice is there twice.</summary>
    IReadOnlyList<ObservedEvent> Events { get; }

    /// <summary>A number that grows with <see cref="Events"/>, and is quick to read.</summary>
    long EventCount { get; }

    /// <summary>A number that grows with <see cref="Messages"/> and <see cref="Failures"/>, and is quick to read.</summary>
    long Sendings { get; }

    /// <summary>The messages that were delivered, oldest first.</summary>
    IReadOnlyList<ObservedMessage> Messages { get; }

    /// <summary>The messages that were not delivered, oldest first.</summary>
    IReadOnlyList<ObservedFailure> Failures { get; }

    /// <summary>Every message that was sent, newest first, made as it is asked for.</summary>
    IEnumerable<OutboxMessage> Outbox { get; }

    /// <summary>The customers with endpoints, by id, each read as it is asked for.</summary>
    IEnumerable<CustomerProfile> Profiles { get; }

    /// <summary>The same, as JSON shows them.</summary>
    IReadOnlyList<ObservedCustomer> Customers => [.. Profiles.Select(ObservedCustomer.From)];

    /// <summary>The campaigns of announcements.</summary>
    IReadOnlyList<ObservedCampaign> Campaigns { get; }

    /// <summary>What customers chose, by address; nothing where the platform keeps no such choices.</summary>
    FindConsents Consents { get; }

    /// <summary>When announcements and journeys of marketing were sent; null where announcements count towards no limit.</summary>
    FindSends? Sends => null;

    /// <summary>What a customer chose at each address, by <see cref="AddressKey"/>.</summary>
    Task<IReadOnlyDictionary<string, AddressConsent>> ConsentsOfAsync(CustomerProfile customer, CancellationToken cancellation) =>
        Consents([.. customer.Endpoints.Values.Select(AddressKey.From).Distinct(StringComparer.Ordinal)], cancellation);

    /// <summary>
    /// What journeys know of an endpoint's customer, each entry at the step where the customer is; null when they know nothing.
    /// </summary>
    CustomerJourneys? Journeys(string endpointId);

    /// <summary>The same as <see cref="Events"/>, newest first, made as they are asked for.</summary>
    IEnumerable<ObservedEvent> NewestEvents { get; }

    /// <summary>A customer by its id; null where there is none.</summary>
    CustomerProfile? Customer(string id);

    /// <summary>The entries of customers into journeys that have not ended, each at the step where the customer is.</summary>
    IEnumerable<Enrollment> Enrollments { get; }

    /// <summary>An endpoint by its id, as JSON shows it; null where there is none.</summary>
    object? Endpoint(string id);

    /// <summary>Loads customers, as a back end would.</summary>
    /// <param name="endpoints">Their endpoints, as <c>CustomerFile</c> reads them.</param>
    /// <param name="loaded">Told from time to time how many are there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">Some are refused; the message says which, and why.</exception>
    Task LoadAsync(IReadOnlyList<CustomerUpdate> endpoints, Action<int> loaded, CancellationToken cancellationToken);
}
