using Engagement.Consent;

namespace Engagement.CompanyEvents.DryRuns;

/// <summary>Finds what holds for several addresses, as <see cref="IConsents"/> does; nothing where a platform keeps no consents.</summary>
public delegate Task<IReadOnlyDictionary<string, AddressConsent>> FindConsents(
    IReadOnlyCollection<string> keys, CancellationToken cancellation);
