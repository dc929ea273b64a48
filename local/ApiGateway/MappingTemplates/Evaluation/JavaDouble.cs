using System.Globalization;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Numbers with a fraction as Java's <c>Double.toString</c> writes them: <c>1.0</c>, <c>0.001</c>, <c>1.0E10</c>.</summary>
internal static class JavaDouble
{
    /// <summary>The number's text.</summary>
    public static string Text(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        var sign = double.IsNegative(value) ? "-" : "";
        var (digits, exponent) = Shortest(Math.Abs(value));
        return exponent is < -3 or >= 7 ? $"{sign}{digits[0]}.{OrZero(digits[1..])}E{exponent}"
            : exponent < 0 ? $"{sign}0.{new string('0', -exponent - 1)}{digits}"
            : $"{sign}{digits[..Math.Min(digits.Length, exponent + 1)].PadRight(exponent + 1, '0')}.{OrZero(digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "")}";
    }

    /// <summary>The fewest digits that mean this number, and the power of ten of the first of them.</summary>
    private static (string Digits, int Exponent) Shortest(double value)
    {
        if (value == 0)
        {
            return ("0", 0);
        }

        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? parts[0].Length : point;
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var zeros = digits.Length - digits.TrimStart('0').Length;
        var power = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return (OrZero(digits.Trim('0')), whole - 1 - zeros + power);
    }

    private static string OrZero(string digits) => digits.Length == 0 ? "0" : digits;
}
