using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>
/// The tokens of a pattern. EventBridge's errors name the column that its own reader has come to, which these tokens know.
/// </summary>
internal sealed partial class PatternTokens
{
    // Of the pattern, an error repeats this much.
    private const int LongestSource = 500;

    private readonly string source;
    private readonly List<PatternToken> tokens = [];
    private readonly Func<FormatException>? malformed;
    private int position = -1;
    private bool textWasRead;

    public PatternTokens(string source)
    {
        this.source = source;
        var utf8 = Encoding.UTF8.GetBytes(source);
        try
        {
            Scan(utf8);
        }
        catch (JsonException e)
        {
            // Thrown where a reader comes to it: what is wrong before is told first, as EventBridge does.
            malformed = () => Malformed(e);
        }
        catch (InvalidOperationException)
        {
            malformed = () => At("Incomplete surrogate pair in a text", tokens.Count == 0 ? 0 : tokens[^1].Ended);
        }
    }

    /// <summary>The token that the reader is at.</summary>
    public PatternToken Current => tokens[position];

    /// <summary>The current token's text. To read it takes the reader to its end.</summary>
    public string Text
    {
        get
        {
            textWasRead = true;
            return Current.Text;
        }
    }

    /// <summary>Goes on by one token.</summary>
    /// <exception cref="FormatException">The pattern is malformed there.</exception>
    public PatternToken Next()
    {
        textWasRead = false;
        return ++position < tokens.Count ? Current : throw (malformed?.Invoke() ?? At("Unexpected end-of-input", source.Length));
    }

    /// <summary>Nothing follows.</summary>
    /// <exception cref="FormatException">Something does.</exception>
    public void End()
    {
        if (malformed is not null)
        {
            throw malformed();
        }
    }

    /// <summary>What is wrong at the current token, with the place as EventBridge tells it.</summary>
    public FormatException Invalid(string reason) => At(reason, Place());

    /// <summary>The same from inside a list, where EventBridge tells the place twice.</summary>
    public FormatException InvalidInList(string reason) => new($"{Invalid(reason).Message}{Location(Place())}");

    private int Place() => Current.Kind == JsonTokenType.PropertyName && position + 1 < tokens.Count ? tokens[position + 1].Begun
        : textWasRead ? Current.Ended
        : Current.Begun;

    private FormatException At(string reason, int place) => new($"Event pattern is not valid. Reason: {reason}{Location(place)}");

    private string Location(int place)
    {
        var before = source[..Math.Min(place, source.Length)];
        var (line, column) = (before.Count(each => each == '\n') + 1, before.Length - before.LastIndexOf('\n'));
        var shown = source.Length > LongestSource
            ? $"{source[..LongestSource]}\"[truncated {source.Length - LongestSource} chars]"
            : $"{source}\"";
        return $"\n at [Source: (String)\"{shown}; line: {line}, column: {column}]";
    }

    private void Scan(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            var (begin, end) = (Chars(utf8, reader.TokenStartIndex), Chars(utf8, reader.BytesConsumed));
            var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
            tokens.Add(
                new(
                    reader.TokenType,
                    isText ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan),
                    isText ? begin + 1 : end,
                    end));
        }
    }

    private static int Chars(byte[] utf8, long bytes) => Encoding.UTF8.GetCharCount(utf8, 0, (int)bytes);

    private FormatException Malformed(JsonException error)
    {
        var line = source.Split('\n').Take((int)(error.LineNumber ?? 0)).Sum(each => each.Length + 1);
        var place = Math.Min(line + (int)(error.BytePositionInLine ?? 0), source.Length);
        var expectsName = tokens.Count > 0 && tokens[^1].Kind is JsonTokenType.StartObject;
        var word = Word().Matches(source).FirstOrDefault(found => found.Index <= place && place <= found.Index + found.Length);
        return place >= source.Length ? At("Unexpected end-of-input", source.Length)
            : word is not null
                && !expectsName ? At(
                    $"Unrecognized token '{word.Value}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or "
                        + "'false')",
                    word.Index + word.Length)
            : At(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Unexpected character ('{source[place]}' (code "
                        + $"{(int)source[place]})){(expectsName ? ": was expecting double-quote to start field name" : "")}"),
                place);
    }

    [GeneratedRegex(@"[A-Za-z_$][A-Za-z0-9_$]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
