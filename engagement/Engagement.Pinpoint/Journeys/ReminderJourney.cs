using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.CompanyEvents;
using Engagement.Functions;
using Engagement.Pinpoint.Provisioning;
using Engagement.Reminders;

namespace Engagement.Pinpoint.Journeys;

/// <summary>Answers a reminder's journey which of its participants get the message.</summary>
public sealed class ReminderJourney(CustomerSelector selector)
{
    /// <returns>The endpoints that get the message, by id, in the form that the journey's split reads.</returns>
    /// <exception cref="ServiceException">The ledger could not be asked: Pinpoint calls again.</exception>
    public async Task<JsonObject> AnswerAsync(JsonElement payload, Deadline deadline)
    {
        using var patience = deadline.Within(JourneyCall.Patience);
        var call = JourneyCall.Read(payload);
        var chosen = await selector.SelectAsync(call.Data, call.Customers, patience.Cancellation);
        return new(chosen.Select(endpointId => KeyValuePair.Create<string, JsonNode?>(endpointId, Chosen())));
    }

    private static JsonObject Chosen() =>
        new() { ["EventAttributes"] = new JsonObject { [JourneyDeclaration.SendAttribute] = JourneyDeclaration.SendValue } };
}
