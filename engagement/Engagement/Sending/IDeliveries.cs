using Engagement.Services;

namespace Engagement.Sending;

/// <summary>The truth about which message went to which endpoint. Writes are conditional: of two senders one claims.</summary>
public interface IDeliveries
{
    /// <summary>Most deliveries that are looked for at once.</summary>
    const int Most = 100;

    /// <summary>What is known of deliveries. A claim that was written a moment ago may be missing.</summary>
    /// <param name="ids">At most <see cref="Most"/>, each once.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ServiceException">It could not be found out.</exception>
    Task<IReadOnlyDictionary<string, Delivery>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>Claims a message, unless it is claimed.</summary>
    /// <returns>Null when the claim counts; otherwise what was there and is unchanged.</returns>
    /// <exception cref="ServiceException">It may or may not be claimed.</exception>
    Task<Delivery?> ClaimAsync(Delivery claim, CancellationToken cancellation);

    /// <summary>Writes down what became of a claimed message. It does nothing when the claim has a result already.</summary>
    /// <exception cref="ServiceException">It may or may not be written.</exception>
    Task SettleAsync(Delivery result, CancellationToken cancellation);

    /// <summary>Gives a claim back: the message surely was not sent and may be claimed again.</summary>
    /// <exception cref="ServiceException">It may or may not be given back.</exception>
    Task ReleaseAsync(Delivery claim, CancellationToken cancellation);
}
