using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>What one element of a pattern's list asks of a leaf.</summary>
/// <param name="Matches">Whether a leaf is what it asks for.</param>
/// <param name="IsAbsence">Whether it asks for no leaf at all.</param>
internal sealed record Matcher(Func<JsonNode?, bool> Matches, bool IsAbsence = false)
{
    public static readonly Matcher Exists = new(_ => true);

    public static readonly Matcher Missing = new(_ => false, IsAbsence: true);

    /// <summary>One of these values.</summary>
    public static Matcher Equal(PatternToken token) => token.Kind switch
    {
        JsonTokenType.String => new(leaf => Text(leaf) == token.Text),
        JsonTokenType.Number => new(NumberEqual(token.Text)),
        _ => new(leaf => Literal(leaf) == token.Text),
    };

    /// <summary>A text for which a test holds.</summary>
    public static Matcher OfText(Func<string, bool> test) => new(leaf => Text(leaf) is { } text && test(text));

    /// <summary>Any leaf for which none of these holds.</summary>
    public static Matcher None(IReadOnlyList<Matcher> excluded) => new(leaf => !excluded.Any(matcher => matcher.Matches(leaf)));

    private static Func<JsonNode?, bool> NumberEqual(string expected)
    {
        var number = ComparableNumber.Read(expected);
        return leaf =>
            Digits(leaf) is { } digits && (digits == expected || (number is not null && ComparableNumber.Read(digits) == number));
    }

    private static string? Text(JsonNode? leaf) => leaf?.GetValueKind() == JsonValueKind.String ? leaf.GetValue<string>() : null;

    private static string? Digits(JsonNode? leaf) => leaf?.GetValueKind() == JsonValueKind.Number ? leaf.ToJsonString() : null;

    private static string? Literal(JsonNode? leaf) =>
        leaf?.GetValueKind() is null or JsonValueKind.True or JsonValueKind.False ? leaf?.ToJsonString() ?? "null" : null;
}
