using Engagement.Customers;
using Engagement.Services;

namespace Engagement.Consent;

/// <summary>What customers want, and which addresses take messages: the truth that every message is held to.</summary>
public interface IConsents
{
    /// <summary>Most addresses that are looked for at once.</summary>
    const int Most = 100;

    /// <summary>What holds for an address, as it is now; nothing known allows messages.</summary>
    /// <param name="key">The address, see <see cref="AddressKey"/>.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ServiceException">The store did not answer.</exception>
    Task<AddressConsent> FindAsync(string key, CancellationToken cancellation);

    /// <summary>What holds for several addresses, as it is now.</summary>
    /// <param name="keys">At most <see cref="Most"/>, each once.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>By the key. An address of which nothing is known is missing.</returns>
    /// <exception cref="ServiceException">The store did not answer.</exception>
    Task<IReadOnlyDictionary<string, AddressConsent>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>Stores what a customer chose at an address. The same choices again change nothing.</summary>
    /// <param name="key">The address, see <see cref="AddressKey"/>.</param>
    /// <param name="choices">At least one, in any order.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">The choices may or may not be stored; the caller repeats the call.</exception>
    Task ChooseAsync(string key, IReadOnlyList<ConsentChoice> choices, CancellationToken cancellation);

    /// <summary>Stores that nothing more goes to an address. The same again changes nothing.</summary>
    /// <param name="key">The address, see <see cref="AddressKey"/>.</param>
    /// <param name="suppression">Why, and which feedback says so.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">It may or may not be stored; the caller repeats the call.</exception>
    Task SuppressAsync(string key, Stamped<SuppressionReason> suppression, CancellationToken cancellation);

    /// <summary>Stores that messages go to an address again, whatever feedback of before says. The same again changes nothing.</summary>
    /// <param name="key">The address, see <see cref="AddressKey"/>.</param>
    /// <param name="stamp">When an operator says so, and by which command.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="ServiceException">It may or may not be stored; the caller repeats the call.</exception>
    Task LiftAsync(string key, UpdateStamp stamp, CancellationToken cancellation);
}
