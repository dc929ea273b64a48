using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Engagement.Local.DynamoDb.Protocol;

namespace Engagement.Local.DynamoDb.Values;

/// <summary>
/// A number as DynamoDB keeps it: up to 38 significant decimal digits, magnitudes from 1E-130 to 9.99…E+125 and zero.
/// It has one form only, so equal numbers are equal however they were written.
/// </summary>
internal readonly partial record struct DynamoNumber : IComparable<DynamoNumber>
{
    private const int MostDigits = 38;
    private const int LargestExponent = 125;
    private const int LeastExponent = -130;

    private DynamoNumber(BigInteger digits, int exponent)
    {
        while (!digits.IsZero && digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        (Digits, Exponent) = (digits, digits.IsZero ? 0 : exponent);
    }

    private BigInteger Digits { get; }

    private int Exponent { get; }

    /// <summary>Reads a number.</summary>
    /// <exception cref="Aws.AwsException">It is none, or out of range.</exception>
    public static DynamoNumber Parse(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match
            || !int.TryParse(match.Groups["exponent"].Success ? match.Groups["exponent"].Value : "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
        {
            throw DynamoError.Validation($"The parameter cannot be converted to a numeric value: {text}");
        }

        var fraction = match.Groups["fraction"].Value;
        var digits = BigInteger.Parse($"{match.Groups["whole"].Value}{fraction}", CultureInfo.InvariantCulture);
        return Checked(match.Groups["sign"].Value == "-" ? -digits : digits, exponent - fraction.Length);
    }

    public DynamoNumber Plus(DynamoNumber other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return Checked(At(exponent) + other.At(exponent), exponent);
    }

    public DynamoNumber Minus(DynamoNumber other) => Plus(new DynamoNumber(-other.Digits, other.Exponent));

    public int CompareTo(DynamoNumber other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return At(exponent).CompareTo(other.At(exponent));
    }

    /// <summary>Bytes it counts in an item's size: about one for two significant digits, and one.</summary>
    public int Size => (Count(Digits) + 1) / 2 + 1;

    /// <summary>The number as a whole one, or null where it has a fraction or is beyond 64 bits.</summary>
    public long? ToInt64() => Exponent >= 0 && At(0) is var whole && whole >= long.MinValue && whole <= long.MaxValue ? (long)whole : null;

    /// <summary>Plain notation, without superfluous zeros.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture);
        var sign = Digits.Sign < 0 ? "-" : "";
        if (Exponent >= 0)
        {
            return $"{sign}{digits}{new string('0', Exponent)}";
        }

        var padded = digits.PadLeft(1 - Exponent, '0');
        return $"{sign}{padded[..^-Exponent]}.{padded[^-Exponent..]}";
    }

    private static DynamoNumber Checked(BigInteger digits, int exponent)
    {
        var number = new DynamoNumber(digits, exponent);
        var count = Count(number.Digits);
        var magnitude = number.Exponent + count - 1;
        return number.Digits.IsZero ? number
            : count > MostDigits ? throw DynamoError.Validation("Attempting to store more than 38 significant digits in a Number")
            : magnitude > LargestExponent ? throw DynamoError.Validation("Number overflow. Attempting to store a number with magnitude larger than supported range")
            : magnitude < LeastExponent ? throw DynamoError.Validation("Number underflow. Attempting to store a number with magnitude smaller than supported range")
            : number;
    }

    private static int Count(BigInteger digits) => BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).Length;

    private BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);

    [GeneratedRegex(@"^(?<sign>[+-]?)(?=\.?[0-9])(?<whole>[0-9]*)(\.(?<fraction>[0-9]*))?([eE](?<exponent>[+-]?[0-9]{1,4}))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
