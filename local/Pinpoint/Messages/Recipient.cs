using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Messages;

/// <summary>An endpoint as messages see it: as it is stored, or as a function changed it for this message alone.</summary>
internal sealed class Recipient
{
    // The API's answers name these, what functions are given does not.
    private static readonly string[] Unnamed = ["ApplicationId", "CohortId", "Id"];

    private readonly JsonObject json;

    private Recipient(string id, JsonObject json) => (Id, this.json) = (id, json);

    public string Id { get; }

    public string? Address => Text("Address");

    public string? ChannelType => Text("ChannelType");

    /// <summary>Whether messages may go to it: it is active and has not opted out.</summary>
    public bool IsReachable => Text("EndpointStatus") == "ACTIVE" && Text("OptOut") != "ALL";

    /// <summary>What templates see.</summary>
    public JsonElement Variables => JsonSerializer.SerializeToElement(json);

    /// <summary>The endpoint's definition as functions are given it.</summary>
    public JsonObject Definition
    {
        get
        {
            var definition = (JsonObject)json.DeepClone();
            foreach (var member in Unnamed)
            {
                definition.Remove(member);
            }

            return definition;
        }
    }

    /// <summary>A stored endpoint.</summary>
    public static Recipient From(EndpointResponse endpoint) =>
        new(endpoint.Id, (JsonObject)JsonSerializer.SerializeToNode(endpoint, PinpointJson.Wire.EndpointResponse)!);

    /// <summary>The same with the members that a function answered in place of its own.</summary>
    public Recipient With(JsonObject changes)
    {
        var changed = (JsonObject)json.DeepClone();
        foreach (var (member, value) in changes.Where(each => !Unnamed.Contains(each.Key)))
        {
            changed[member] = value?.DeepClone();
        }

        return new Recipient(Id, changed);
    }

    private string? Text(string member) => json[member] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
