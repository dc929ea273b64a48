using Engagement.CompanyEvents;
using Engagement.Customers;
using Engagement.Journeys;

namespace Engagement.Local.Platforms;

/// <summary>The platform that the deployed stack stands on, as the control API and the checks look at it.</summary>
internal interface IRunningPlatform
{
    /// <summary>The events that it has recorded, oldest first; an event that was recorded twice is there twice.</summary>
    IReadOnlyList<ObservedEvent> Events { get; }

    /// <summary>The messages that were delivered, oldest first.</summary>
    IReadOnlyList<ObservedMessage> Messages { get; }

    /// <summary>The messages that were not delivered, oldest first.</summary>
    IReadOnlyList<ObservedFailure> Failures { get; }

    /// <summary>The customers, by id.</summary>
    IReadOnlyList<ObservedCustomer> Customers { get; }

    /// <summary>The campaigns of announcements, and which of them have yet to begin.</summary>
    IReadOnlyList<(CampaignIdentity Identity, bool IsScheduled)> Campaigns { get; }

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
