using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.EventBridge.Targets;

/// <summary>What a target gets of an event: all of it, a part, or a constant.</summary>
internal sealed record TargetInput
{
    /// <summary>JSON that the target always gets.</summary>
    public string? Constant { get; init; }

    /// <summary>Where in the event the target's input stands.</summary>
    public string? Path { get; init; }

    /// <summary>The target's input, JSON.</summary>
    public string Select(JsonObject @event) =>
        Constant ?? (Path is null ? Text(@event) : JsonPathQuery.TryFind(@event, Path, out var part) ? Text(part) : "null");

    private static string Text(JsonNode? node) => node?.ToJsonString(AwsJson.Plain) ?? "null";
}
