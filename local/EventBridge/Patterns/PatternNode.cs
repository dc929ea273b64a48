using System.Text.Json.Nodes;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>What a pattern asks of one place of an event. Of an array's elements one must match.</summary>
internal abstract record PatternNode
{
    /// <param name="value">What stands there.</param>
    /// <param name="exists">Whether anything does; JSON's null is something.</param>
    public abstract bool Matches(JsonNode? value, bool exists);
}

/// <summary>All fields match, and of each group of alternatives (<c>$or</c>) one does.</summary>
internal sealed record FieldsNode(IReadOnlyList<KeyValuePair<string, PatternNode>> Fields, IReadOnlyList<IReadOnlyList<PatternNode>> Alternatives) : PatternNode
{
    public override bool Matches(JsonNode? value, bool exists)
    {
        if (value is JsonArray { Count: > 0 } list)
        {
            return list.Any(element => Matches(element, exists: true));
        }

        var json = value as JsonObject ?? [];
        return Fields.All(field => field.Value.Matches(json[field.Key], json.ContainsKey(field.Key)))
            && Alternatives.All(group => group.Any(alternative => alternative.Matches(value, exists)));
    }
}

/// <summary>One of the matchers holds.</summary>
internal sealed record LeafNode(IReadOnlyList<Matcher> Matchers) : PatternNode
{
    public override bool Matches(JsonNode? value, bool exists) => value is JsonArray { Count: > 0 } list
        ? list.Any(element => Matches(element, exists: true))
        : Matchers.Any(matcher => matcher(value, exists && value is not JsonObject));
}

/// <summary>Whether a leaf of an event is what a pattern asks for.</summary>
/// <param name="value">The leaf.</param>
/// <param name="exists">Whether there is one.</param>
internal delegate bool Matcher(JsonNode? value, bool exists);
