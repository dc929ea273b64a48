using Engagement.Consent;
using Engagement.Customers;
using Engagement.Journeys;
using Engagement.Journeys.Simulation;
using Engagement.Local.Cloud;
using Engagement.Local.Platforms;

namespace Engagement.Local.Control;

/// <summary>All that is known of a customer, as the control API shows it.</summary>
internal sealed record ShownCustomer
{
    private const int NotesShown = 100;

    /// <summary>The customer with the endpoints.</summary>
    public required ObservedCustomer Customer { get; init; }

    /// <summary>The deployed segments, and why the customer belongs to each or not.</summary>
    public required IReadOnlyList<ShownMembership> Segments { get; init; }

    /// <summary>What each address takes.</summary>
    public required IReadOnlyList<ShownConsent> Consents { get; init; }

    /// <summary>The dates that reminders look at.</summary>
    public required IReadOnlyList<ShownDate> Dates { get; init; }

    /// <summary>The journeys that the customer is in.</summary>
    public required IReadOnlyList<ShownEntry> Journeys { get; init; }

    /// <summary>What became of the customer in journeys, the latest first; at most 100.</summary>
    public required IReadOnlyList<ShownNote> JourneyHistory { get; init; }

    /// <summary>Reads what is known.</summary>
    public static async Task<ShownCustomer> ReadAsync(LocalCloud cloud, CustomerProfile profile, CancellationToken cancellation)
    {
        var (platform, definitions) = (RunningPlatform.From(cloud), cloud.Definitions?.Stack.Set);
        var consents = await platform.ConsentsOfAsync(profile, cancellation);
        return new()
        {
            Customer = ObservedCustomer.From(profile),
            Segments = [.. (definitions?.Segments.Segments ?? []).Select(segment => ShownMembership.Judge(segment, profile))],
            Consents =
            [
                .. Endpoints(profile).Select(
                    endpoint => ShownConsent.From(endpoint, Consent(endpoint, consents), definitions?.Topics)),
            ],
            Dates = [.. (definitions?.TrackingPlan.Dates?.Attributes ?? []).SelectMany(name => ShownDate.Find(name, profile))],
            Journeys = [.. Endpoints(profile).SelectMany(endpoint => Entries(platform.Journeys(endpoint.Id)))],
            JourneyHistory =
            [
                .. Endpoints(profile).SelectMany(endpoint => StoredJourneys.History(cloud, endpoint.Id))
                    .OrderByDescending(note => note.At)
                    .Take(NotesShown)
                    .Select(note => new ShownNote(note.At, note.Journey, SimulationReport.Text(note))),
            ],
        };
    }

    private static IOrderedEnumerable<CustomerEndpoint> Endpoints(CustomerProfile profile) =>
        profile.Endpoints.Values.OrderBy(endpoint => endpoint.Id, StringComparer.Ordinal);

    private static AddressConsent? Consent(CustomerEndpoint endpoint, IReadOnlyDictionary<string, AddressConsent> consents) =>
        consents.GetValueOrDefault(AddressKey.From(endpoint));

    private static IEnumerable<ShownEntry> Entries(CustomerJourneys? journeys) =>
        (journeys?.Enrollments.Values ?? []).Select(
            entry => new ShownEntry(journeys!.EndpointId, entry.Journey, entry.Version, entry.Position.Text, entry.At, entry.Due));
}
