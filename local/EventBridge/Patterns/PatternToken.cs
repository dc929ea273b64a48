using System.Text.Json;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>One token of a pattern.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A text without quotes and escapes, a number as it is written, or the literal.</param>
/// <param name="Begun">How far a reader is that knows the token's kind: for a text, past its first quote.</param>
/// <param name="Ended">How far a reader is that knows all of it.</param>
internal sealed record PatternToken(JsonTokenType Kind, string Text, int Begun, int Ended)
{
    public bool IsText => Kind == JsonTokenType.String;

    public bool IsNumber => Kind == JsonTokenType.Number;
}
