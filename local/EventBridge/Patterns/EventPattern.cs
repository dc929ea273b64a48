using System.Text.Json.Nodes;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>Which events a rule is about: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html</summary>
internal sealed class EventPattern
{
    private readonly IReadOnlyList<Alternative> alternatives;

    private EventPattern(IReadOnlyList<Alternative> alternatives) => this.alternatives = alternatives;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It is malformed, or uses an operator that this cloud does not know; the message is EventBridge's
    /// where that has one.</exception>
    public static EventPattern Parse(string json) => new(PatternParser.Parse(json));

    public bool Matches(JsonObject @event)
    {
        var fields = EventFields.Read(@event);
        return alternatives.Any(alternative => alternative.Matches(fields));
    }
}
