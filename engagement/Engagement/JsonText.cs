using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Engagement;

/// <summary>
/// Reads JSON of unknown origin. JSON can hold half of a surrogate pair, as <c>"\ud800"</c>, or bytes that are not UTF-8.
/// <see cref="JsonElement"/> parses both and throws when such a text or name is asked for.
/// </summary>
public static class JsonText
{
    private const int EscapeLength = 6;

    /// <summary>The text of a JSON string; null for anything else, and for what is no text.</summary>
    public static string? Read(JsonElement value) => value.ValueKind == JsonValueKind.String && IsWhole(value) ? value.GetString() : null;

    /// <summary>A member's text; null when there is none.</summary>
    public static string? Read(JsonElement element, string member) => Read(Member(element, member));

    /// <summary>A member's name; null when it is no text.</summary>
    public static string? NameOf(JsonProperty member) => IsWhole(JsonMarshal.GetRawUtf8PropertyName(member)) ? member.Name : null;

    /// <summary>The last member of a name; undefined when there is none, or the element is no object.</summary>
    public static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().LastOrDefault(
                member => IsWhole(JsonMarshal.GetRawUtf8PropertyName(member)) && member.NameEquals(name)).Value
            : default;

    /// <summary>Whether every text and every name within is one.</summary>
    public static bool IsWhole(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined || IsWhole(JsonMarshal.GetRawUtf8Value(element));

    private static bool IsWhole(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return false;
        }

        // Outside of texts JSON has no backslash.
        for (var at = json.IndexOf((byte)'\\'); at >= 0; at = json.IndexOf((byte)'\\'))
        {
            json = json[at..];
            var length = LengthOfEscape(json);
            if (length == 0)
            {
                return false;
            }

            json = json[length..];
        }

        return true;
    }

    /// <summary>The length of the escape at the start; 0 for half of a pair.</summary>
    private static int LengthOfEscape(ReadOnlySpan<byte> json) =>
        Unit(json) is not { } unit ? 2
        : !char.IsSurrogate(unit) ? EscapeLength
        : char.IsHighSurrogate(unit) && Unit(json[EscapeLength..]) is { } next && char.IsLowSurrogate(next) ? 2 * EscapeLength
        : 0;

    private static char? Unit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json[0] == '\\' && json[1] == 'u'
        && Utf8Parser.TryParse(json[2..EscapeLength], out ushort unit, out var read, 'x') && read == 4
            ? (char)unit
            : null;
}
