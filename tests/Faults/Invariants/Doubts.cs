using Engagement.Journeys;
using Engagement.Local.Platforms;

namespace Faults.Tests.Invariants;

/// <summary>The messages of which the stack itself says that nobody knows whether they were sent, or that it gave them up.</summary>
internal static class Doubts
{
    private const string Deliveries = "deliveries";

    /// <summary>Whether the stack says so of a message.</summary>
    public static bool Explain(RoundEnd end, Expected message) => OfDeliveries(end, message) || OfJourneys(end, message);

    private static bool OfDeliveries(RoundEnd end, Expected message)
    {
        var endpoint = $"#{end.Round.Customer(message.Customer)}";
        return DeployedTables.Items(end.Round.Shop.Cloud, Deliveries)
            .Where(item => item["id"].S.EndsWith(endpoint, StringComparison.Ordinal))
            .Where(item => item["state"].S == "unknown" || item.GetValueOrDefault("reason")?.S == "throttled")
            .Any(item => IsOf(message, item["id"].S));
    }

    // Such as release.premium.EVENT#ENDPOINT, or reminder/NAME/DATE#ENDPOINT.
    private static bool IsOf(Expected message, string id)
    {
        var parts = message.Occasion.Split(" ");
        return parts.All(part => id.Contains(part.Trim('[', ']', 'Z'), StringComparison.Ordinal));
    }

    private static bool OfJourneys(RoundEnd end, Expected message) =>
        StoredJourneys.History(end.Round.Shop.Cloud, end.Round.Customer(message.Customer))
            .Where(note => note.Outcome == JourneyOutcome.Unknown)
            .Any(note => message.Occasion.StartsWith(note.Journey, StringComparison.Ordinal)
                && (message.Occasion == note.Journey || message.Occasion.EndsWith(note.Template!, StringComparison.Ordinal)));
}
