using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.CompanyEvents;
using Engagement.Definitions.Reminders;
using Engagement.Functions;
using Engagement.Pinpoint.Provisioning;
using Engagement.Reminders;

namespace Engagement.Pinpoint.Journeys;

/// <summary>Answers a reminder's journey which of its participants get the message.</summary>
public sealed class ReminderJourney(CustomerSelector selector)
{
    /// <summary>The name of a message's journey, which holds letters, digits, <c>_</c> and <c>-</c> alone.</summary>
    public static string NameOf(ReminderMessage message) => $"reminder-{message.Reminder.Name}-{Reminder.NameOf(message.Before)}";

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
