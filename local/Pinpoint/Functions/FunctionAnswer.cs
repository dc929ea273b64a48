using System.Text.Json.Nodes;

namespace Engagement.Local.Pinpoint.Functions;

/// <summary>What became of a call.</summary>
/// <param name="Succeeded">Whether an attempt ended without an error.</param>
/// <param name="Body">The answer; null where it is no JSON object.</param>
internal sealed record FunctionAnswer(bool Succeeded, JsonObject? Body)
{
    /// <summary>What it says of an endpoint; null where it says nothing. Ids that differ in case are one endpoint.</summary>
    public JsonNode? About(string endpointId) =>
        Body?.FirstOrDefault(member => member.Key.Equals(endpointId, StringComparison.OrdinalIgnoreCase)).Value;
}
