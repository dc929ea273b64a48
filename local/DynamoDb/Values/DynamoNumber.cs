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
        if (Pattern().Match(text) is not { Success: true } match)
        {
            throw DynamoError.Validation($"The parameter cannot be converted to a numeric value{(text.Length == 0 ? "" : $": {text}")}");
        }

        var fraction = match.Groups["fraction"].Value;
        var digits = $"{match.Groups["whole"].Value}{fraction}".TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return default;
        }

        var exponent = Exponent10(match.Groups["exponent"].Value) - fraction.Length + (digits.Length - significant.Length);
        CheckRange(exponent + significant.Length - 1);
        return significant.Length <= MostDigits
            ? new(BigInteger.Parse($"{match.Groups["sign"].Value}{significant}", CultureInfo.InvariantCulture), (int)exponent)
            : throw DynamoError.Validation("Attempting to store more than 38 significant digits in a Number");
    }

    public DynamoNumber Plus(DynamoNumber other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        var sum = new DynamoNumber(At(exponent) + other.At(exponent), exponent);
        if (!sum.Digits.IsZero)
        {
            CheckRange(sum.Exponent + Count(sum.Digits) - 1);
        }

        // As in AWS, digits that a sum cannot hold count as an overflow.
        return Count(sum.Digits) <= MostDigits ? sum : throw Overflow();
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

    // Beyond nine digits any exponent is out of range, however long the number before it can be.
    private static long Exponent10(string text) => text.Length == 0 ? 0
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            && Math.Abs(exponent) <= int.MaxValue ? exponent
        : text[0] == '-' ? int.MinValue : int.MaxValue;

    private static void CheckRange(long magnitude)
    {
        if (magnitude > LargestExponent)
        {
            throw Overflow();
        }

        if (magnitude < LeastExponent)
        {
            throw DynamoError.Validation("Number underflow. Attempting to store a number with magnitude smaller than supported range");
        }
    }

    private static Aws.AwsException Overflow() =>
        DynamoError.Validation("Number overflow. Attempting to store a number with magnitude larger than supported range");

    private static int Count(BigInteger digits) => BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).Length;

    private BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);

    [
        GeneratedRegex(
            @"^(?<sign>[+-]?)(?=\.?[0-9])(?<whole>[0-9]*)(\.(?<fraction>[0-9]*))?([eE](?<exponent>[+-]?[0-9]+))?\z",
            RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)
    ]
    private static partial Regex Pattern();
}
