using System.Collections.Concurrent;
using Engagement.Consent;
using Engagement.Customers;
using Engagement.Services;

namespace Handlers.Tests.Consent;

/// <summary>Consents in memory.</summary>
internal sealed class MemoryConsents : IConsents
{
    private readonly ConcurrentDictionary<string, AddressConsent> consents = new(StringComparer.Ordinal);

    /// <summary>Whether the store answers.</summary>
    public bool Fails { get; set; }

    /// <summary>How often something was to be written.</summary>
    public int Writes { get; private set; }

    public AddressConsent Of(string address) =>
        consents.GetValueOrDefault(AddressKey.From(address)) ?? AddressConsent.Unknown(AddressKey.From(address));

    public Task<AddressConsent> FindAsync(string key, CancellationToken cancellation) => Answer(
        () => consents.GetValueOrDefault(key) ?? AddressConsent.Unknown(key));

    public Task<IReadOnlyDictionary<string, AddressConsent>> FindAsync(
        IReadOnlyCollection<string> keys, CancellationToken cancellation) => Answer<IReadOnlyDictionary<string, AddressConsent>>(
            () => keys.Where(consents.ContainsKey).ToDictionary(key => key, key => consents[key]));

    public Task ChooseAsync(string key, IReadOnlyList<ConsentChoice> choices, CancellationToken cancellation) =>
        Answer(() => Change(key, consent => choices.Aggregate(consent, (known, choice) => known.With(choice))));

    public Task SuppressAsync(string key, Stamped<SuppressionReason> suppression, CancellationToken cancellation) =>
        Answer(() => Change(key, consent => consent.With(suppression)));

    public Task LiftAsync(string key, UpdateStamp stamp, CancellationToken cancellation) =>
        Answer(() => Change(key, consent => consent.Lift(stamp)));

    private AddressConsent Change(string key, Func<AddressConsent, AddressConsent> change)
    {
        Writes++;
        return consents.AddOrUpdate(key, _ => change(AddressConsent.Unknown(key)), (_, known) => change(known));
    }

    private Task<T> Answer<T>(Func<T> answer) =>
        Fails ? throw new ServiceException(ServiceFailure.Failed, "Customers: X") : Task.FromResult(answer());
}
