using System.Globalization;

namespace Engagement.Local.Configuration.Yaml;

/// <summary>
/// Numbers as Go writes them in JSON. They have the fewest digits that are read as the same number, with an exponent only beyond 1e21 and
/// below 1e-6.
/// </summary>
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
        var parts = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal) is var index and >= 0 ? index : parts[0].Length;
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var zeros = digits.Length - digits.TrimStart('0').Length;
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return (number < 0 ? "-" : "", digits.Trim('0'), exponent + point - 1 - zeros);
    }

    private static string WithExponent(string digits, int exponent) => string.Create(
        CultureInfo.InvariantCulture,
        $"{digits[0]}{(digits.Length > 1 ? $".{digits[1..]}" : "")}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}");

    private static string Plain(string digits, int exponent) =>
        exponent < 0 ? $"0.{new string('0', -exponent - 1)}{digits}"
        : digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0')
        : $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
}
