using Engagement.Services;

namespace Engagement.Journeys;

/// <summary>What became of each customer in journeys, step by step, for 400 days: it answers why a message did not come.</summary>
public interface IJourneyHistory
{
    /// <summary>Adds notes. The same notes once more change nothing.</summary>
    /// <exception cref="ServiceException">They may be added in part.</exception>
    Task AddAsync(string endpointId, IReadOnlyList<JourneyNote> notes, CancellationToken cancellation);

    /// <summary>All notes of a customer, the earliest first.</summary>
    /// <exception cref="ServiceException">They could not be read.</exception>
    Task<IReadOnlyList<JourneyNote>> ReadAsync(string endpointId, CancellationToken cancellation);

    /// <summary>Deletes all notes of a customer.</summary>
    /// <exception cref="ServiceException">They may be deleted in part.</exception>
    Task DeleteAsync(string endpointId, CancellationToken cancellation);
}
