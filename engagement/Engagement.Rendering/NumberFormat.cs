using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace Engagement.Rendering;

/// <summary>Shows numbers as JavaScript does: <c>1e+21</c> and not <c>1E+21</c>, <c>0</c> and not <c>-0</c>.</summary>
internal sealed class NumberFormat : IFormatter, IFormatterProvider
{
    // From here on, and below the other, JavaScript shows an exponent (ECMA-262, Number::toString).
    private const int MostDigits = 21;
    private const int MostZeros = 6;

    public bool TryCreateFormatter(Type type, [NotNullWhen(true)] out IFormatter? formatter) =>
        (formatter = type == typeof(double) ? this : null) is not null;

    public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(Text((double)(object)value!), false);

    /// <summary>A finite number as a text.</summary>
    public static string Text(double number)
    {
        // The fewest digits that are this number and no other, as d.ddddE-xx or ddd.dd.
        var parts = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var whole = parts[0].Split('.')[0].Length;
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var zeros = digits.Length - digits.TrimStart('0').Length;
        var point = whole - zeros + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        return number == 0 ? "0" : (number < 0 ? "-" : "") + Placed(digits.Trim('0'), point);
    }

    private static string Placed(string digits, int point) => point switch
    {
        > 0 and <= MostDigits when digits.Length <= point => digits.PadRight(point, '0'),
        > 0 and <= MostDigits => $"{digits[..point]}.{digits[point..]}",
        > -MostZeros and <= 0 => $"0.{new string('0', -point)}{digits}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{(digits.Length > 1 ? $".{digits[1..]}" : "")}e{point - 1:+0;-0}"),
    };
}
