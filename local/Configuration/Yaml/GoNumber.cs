using System.Globalization;

namespace Engagement.Local.Configuration.Yaml;

/// <summary>Numbers as Go writes them in JSON: the fewest digits that are read as the same number, with an exponent only beyond 1e21 and below 1e-6.</summary>
internal static class GoNumber
{
    // https://cs.opensource.google/go/go/+/master:src/encoding/json/encode.go, floatEncoder.
    private const double Least = 1e-6;
    private const double Most = 1e21;

    /// <summary>A finite number as JSON.</summary>
    public static string Json(double number)
    {
        // Pulumi writes the file anew before it reads it, and so turns -0.0 into the whole number -0, which is 0.
        if (number == 0)
        {
            return "0";
        }

        var (sign, digits, exponent) = Digits(number);
        return sign + (Math.Abs(number) is < Least or >= Most ? WithExponent(digits, exponent) : Plain(digits, exponent));
    }

    // The shortest digits, and the power of ten of the first.
    private static (string Sign, string Digits, int Exponent) Digits(double number)
    {
        var parts = number.ToString("E16", CultureInfo.InvariantCulture).Split('E');
        var shortest = number.ToString("R", CultureInfo.InvariantCulture).TrimStart('-').Split('E')[0].Replace(".", "", StringComparison.Ordinal);
        var digits = shortest.Trim('0');
        return (number < 0 ? "-" : "", digits, int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string WithExponent(string digits, int exponent) => string.Create(
        CultureInfo.InvariantCulture, $"{digits[0]}{(digits.Length > 1 ? $".{digits[1..]}" : "")}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}");

    private static string Plain(string digits, int exponent) =>
        exponent < 0 ? $"0.{new string('0', -exponent - 1)}{digits}"
        : digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0')
        : $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
}
