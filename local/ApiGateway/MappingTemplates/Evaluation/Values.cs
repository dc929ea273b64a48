using System.Numerics;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>
/// What values are and how Java writes them. A value is null, a text, a truth value, a whole number (<see cref="BigInteger"/>: Velocity widens
/// on overflow), a <see cref="double"/>, a <see cref="TemplateList"/>, a <see cref="TemplateMap"/> or an <see cref="ITemplateObject"/>.
/// </summary>
internal static class Values
{
    /// <summary>A whole number.</summary>
    public static object FromNumber(long value) => new BigInteger(value);

    /// <summary>As Java's <c>toString</c> writes it; null is empty, as API Gateway renders it.</summary>
    public static string Text(object? value) => value is null ? "" : ValueWriter.Java(value);

    /// <summary>What kind of value it is, for an error.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "nothing",
        string => "a text",
        bool => "a truth value",
        BigInteger or double => "a number",
        TemplateList => "a list",
        TemplateMap => "a map",
        _ => "this object",
    };

    /// <summary>Velocity's <c>==</c>: numbers by value, equal kinds by content, anything else by its text.</summary>
    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (BigInteger or double, BigInteger or double) => Arithmetic.Compare(left, right) == 0,
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ => Text(left) == Text(right),
    };
}
