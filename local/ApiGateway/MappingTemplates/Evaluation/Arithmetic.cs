using System.Numerics;
using Engagement.Local.ApiGateway.MappingTemplates.Syntax;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Velocity's arithmetic: whole numbers stay whole, division cuts the fraction off, one fraction makes both fractions.</summary>
internal static class Arithmetic
{
    /// <summary>The result, or null where an operand is no number or the divisor is zero: Velocity then has no value either.</summary>
    /// <exception cref="TemplateException">The result has more than <see cref="TemplateLimits.IntegerBits"/>.</exception>
    public static object? Calculate(BinaryExpression operation, object? left, object? right)
    {
        if (operation.Operator == BinaryOperator.Add && (left is string || right is string))
        {
            return Concatenated(operation, Values.Text(left), Values.Text(right));
        }

        if (left is BigInteger first && right is BigInteger second)
        {
            var result = Whole(operation.Operator, first, second);
            return result?.GetBitLength() > TemplateLimits.IntegerBits
                ? throw new TemplateException($"The number has more than {TemplateLimits.IntegerBits} bits", operation.Position)
                : result;
        }

        return left is BigInteger or double && right is BigInteger or double ? Fraction(operation.Operator, ToDouble(left), ToDouble(right)) : null;
    }

    /// <summary>Compares two numbers.</summary>
    public static int Compare(object left, object right) => left is BigInteger first && right is BigInteger second
        ? first.CompareTo(second)
        : ToDouble(left).CompareTo(ToDouble(right));

    private static string Concatenated(BinaryExpression operation, string left, string right) =>
        left.Length + right.Length <= TemplateLimits.TextLength
            ? left + right
            : throw new TemplateException($"The text has more than {TemplateLimits.TextLength} characters", operation.Position);

    private static BigInteger? Whole(BinaryOperator operation, BigInteger left, BigInteger right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        _ when right.IsZero => null,
        BinaryOperator.Divide => BigInteger.Divide(left, right),
        _ => BigInteger.Remainder(left, right),
    };

    private static object? Fraction(BinaryOperator operation, double left, double right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        _ when right == 0 => null,
        BinaryOperator.Divide => left / right,
        _ => left % right,
    };

    private static double ToDouble(object number) => number is BigInteger whole ? (double)whole : (double)number;
}
