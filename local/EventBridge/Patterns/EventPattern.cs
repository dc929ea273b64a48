using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>Which events a rule is about: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html</summary>
internal sealed class EventPattern
{
    private readonly PatternNode root;

    private EventPattern(PatternNode root) => this.root = root;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It is malformed, or uses an operator that this cloud does not know; the message is EventBridge's where that has one.</exception>
    public static EventPattern Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject pattern
                ? new(PatternParser.Fields(pattern))
                : throw new FormatException("Event pattern is not valid. Reason: Filter is not an object");
        }
        catch (JsonException e)
        {
            throw new FormatException($"Event pattern is not valid. Reason: {e.Message}", e);
        }
    }

    public bool Matches(JsonObject @event) => root.Matches(@event, exists: true);
}
