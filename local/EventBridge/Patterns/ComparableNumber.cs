using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Local.EventBridge.Patterns;

/// <summary>Numbers that EventBridge compares: those that a double holds exactly as they are written.</summary>
internal static partial class ComparableNumber
{
    /// <summary>The number; null where a double would change it, such as one of 30 digits or 1e400.</summary>
    public static double? Read(string digits) =>
        double.Parse(digits, CultureInfo.InvariantCulture) is var number
            && double.IsFinite(number)
            && Canonical(digits) == Canonical(number.ToString("R", CultureInfo.InvariantCulture))
            ? number
            : null;

    /// <summary>Sign, digits without zeros at either end, and the power of ten of the last.</summary>
    private static (bool Negative, string Digits, long Exponent) Canonical(string number)
    {
        var parts = Parts().Match(number);
        var (whole, fraction) = (parts.Groups["whole"].Value, parts.Groups["fraction"].Value);
        var digits = $"{whole}{fraction}".TrimStart('0');
        var significant = digits.TrimEnd('0');
        var exponent =
            long.TryParse(parts.Groups["exponent"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given)
            ? given
            : 0;
        return significant.Length == 0
            ? (false, "", 0)
            : (number[0] == '-', significant, exponent - fraction.Length + digits.Length - significant.Length);
    }

    [
        GeneratedRegex(
            @"^-?(?<whole>[0-9]+)(\.(?<fraction>[0-9]+))?([eE](?<exponent>[+-]?[0-9]+))?$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)
    ]
    private static partial Regex Parts();
}
