using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Engagement.Local.Configuration.Yaml;

/// <summary>
/// What a scalar without quotes is to Pulumi, which reads YAML with gopkg.in/yaml.v3: YAML 1.2, and of YAML 1.1 dates, octal numbers such
/// as 0777 and underscores in numbers. <c>yes</c>, <c>on</c>, <c>1,000</c> and <c>NaN</c> are texts.
/// </summary>
internal static partial class PlainScalar
{
    private static readonly BigInteger LeastWhole = long.MinValue;
    private static readonly BigInteger MostWhole = ulong.MaxValue;

    /// <summary>What a text without quotes stands for.</summary>
    /// <returns>Its kind and its value; a number that is not finite is of the kind <see cref="YamlKind.Float"/> and has no value.</returns>
    public static (YamlKind Kind, JsonValue? Value) Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => (YamlKind.Null, null),
        "true" or "True" or "TRUE" => (YamlKind.Flag, JsonValue.Create(true)),
        "false" or "False" or "FALSE" => (YamlKind.Flag, JsonValue.Create(false)),
        _ when NotFinite().IsMatch(text) => (YamlKind.Float, null),
        ['.', ..] => OfFloat(text, text),
        [(>= '0' and <= '9') or '+' or '-', ..] => OfNumberOrTime(text),
        _ => (YamlKind.Text, JsonValue.Create(text)),
    };

    private static (YamlKind Kind, JsonValue? Value) OfNumberOrTime(string text)
    {
        if (YamlTime.Read(text) is { } time)
        {
            return (YamlKind.Time, JsonValue.Create(time));
        }

        var plain = text.Replace("_", "", StringComparison.Ordinal);
        return Whole(plain) is { } whole
            ? (YamlKind.Whole, Number(whole.ToString(CultureInfo.InvariantCulture)))
            : OfFloat(text, plain);
    }

    private static (YamlKind Kind, JsonValue? Value) OfFloat(string text, string plain)
    {
        var number = double.NaN;
        if (!Float().IsMatch(plain) ||
            !double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out number) || !double.IsFinite(number))
        {
            return (YamlKind.Text, JsonValue.Create(text));
        }

        // Digits alone are an identifier rather than a measure, and stay as they stand however many they are. Pulumi rounds what exceeds 64
        // bits.
        return (YamlKind.Float, Number(Decimal().IsMatch(plain)
            ? BigInteger.Parse(plain, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : GoNumber.Json(number)));
    }

    // As Go's ParseInt and ParseUint with base 0 read it; null where it is too large for them, or no whole number.
    private static BigInteger? Whole(string plain)
    {
        var (sign, digits) = plain[0] is '+' or '-' ? (plain[..1], plain[1..]) : ("", plain);
        BigInteger? absolute = digits switch
        {
            ['0', 'x' or 'X', .. var rest] => Digits(rest, 16),
            ['0', 'o' or 'O', .. var rest] => Digits(rest, 8),
            ['0', 'b' or 'B', .. var rest] => Digits(rest, 2),
            ['0', _, ..] => Digits(digits, 8),
            _ => Digits(digits, 10),
        };
        var value = sign == "-" ? -absolute : absolute;
        return value < LeastWhole || value > (sign.Length == 0 ? MostWhole : long.MaxValue) ? null : value;
    }

    private static BigInteger? Digits(string text, int radix)
    {
        var value = BigInteger.Zero;
        foreach (var character in text)
        {
            var digit = char.IsAsciiHexDigit(character) ? Convert.ToInt32(character.ToString(), 16) : radix;
            if (digit >= radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return text.Length == 0 ? null : value;
    }

    private static JsonValue Number(string json) => JsonNode.Parse(json)!.AsValue();

    [GeneratedRegex(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$", RegexOptions.CultureInvariant)]
    private static partial Regex NotFinite();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Float();

    [GeneratedRegex("^[-+]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
