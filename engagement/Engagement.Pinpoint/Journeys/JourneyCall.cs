using System.Text.Json;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Launching;

namespace Engagement.Pinpoint.Journeys;

/// <summary>What Pinpoint hands the function that a journey's activity calls, as far as it matters here.</summary>
/// <param name="Data">The activity's data; empty when they are missing.</param>
/// <param name="Customers">The participants, at most 50.</param>
public sealed record JourneyCall(string Data, IReadOnlyList<Customer> Customers)
{
    /// <summary>
    /// How long Pinpoint waits for a journey's function ("Customizing messages with AWS Lambda" in the Pinpoint developer guide).
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Reads an invocation's payload.</summary>
    public static JourneyCall Read(JsonElement payload) => new(
        JsonText.Read(payload, "Data") ?? "",
        [
            .. PayloadEndpoints.Read(payload)
                .Where(endpoint => endpoint.Key.Length > 0)
                .Select(endpoint => new Customer(endpoint.Key, PayloadEndpoints.UserAttributes(endpoint.Value))),
        ]);

    /// <summary>
    /// Reads the payload of a call to launch an announcement, with the event's id as the company endpoint has it; null when no journey
    /// calls.
    /// </summary>
    public static JourneyCalled? ReadLaunch(JsonElement payload)
    {
        if (JsonText.Member(payload, "JourneyId").ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        var call = Read(payload);
        return new(call.Data, [.. call.Customers.SelectMany(EventIds).Distinct(StringComparer.Ordinal)], Patience);
    }

    private static IEnumerable<string> EventIds(Customer company) =>
        company.Values(EventAttributes.EventId).Where(id => id.Length is > 0 and <= Limits.CompanyEventIdLength);
}
