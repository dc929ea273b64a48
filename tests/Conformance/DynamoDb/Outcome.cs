using System.Text.Json.Nodes;

namespace Conformance.Tests.DynamoDb;

/// <summary>What a DynamoDB makes of a request, in a form that two of them can be compared by.</summary>
/// <param name="Error">Name of the error, or <c>crash</c>; null where there is none.</param>
/// <param name="Text">The error's text; null where there is none.</param>
/// <param name="Answer">The answer with its sets in order; null where there is an error.</param>
internal sealed record Outcome(string? Error, string? Text, JsonObject? Answer)
{
    private static readonly string[] Sets = ["SS", "NS", "BS"];

    /// <summary>The outcome that an answer tells.</summary>
    public static Outcome Read(JsonObject answer) => (string?)answer["__type"] is { } type
        ? new(type[(type.IndexOf('#', StringComparison.Ordinal) + 1)..], (string?)(answer["message"] ?? answer["Message"]), null)
        : new(null, null, (JsonObject)Ordered(answer)!);

    /// <summary>Whether the two say the same. How a parser describes what it cannot read is its own affair.</summary>
    public bool Agrees(Outcome other) => Error == other.Error
        && (Text == other.Text
        || (Text is not null && other.Text is not null && Beginning(Text) is { } beginning && beginning == Beginning(other.Text)))
        && JsonNode.DeepEquals(Answer, other.Answer);

    public override string ToString() => Error is null ? Answer!.ToJsonString() : $"{Error}: {Text}";

    private static string? Beginning(string text) =>
        text.IndexOf("Syntax error; ", StringComparison.Ordinal) is >= 0 and var at ? text[..at] : null;

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair
            .Create(member.Key, Sets.Contains(member.Key) && member.Value is JsonArray set
                ? new JsonArray([
                    .. set.Select(element => $"{element}").Order(StringComparer.Ordinal).Select(element => JsonValue.Create(element)),
                ])
                : Ordered(member.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Ordered)]),
        null => null,
        _ => node.DeepClone(),
    };
}
