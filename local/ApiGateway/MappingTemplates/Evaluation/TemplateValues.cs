using System.Globalization;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>
/// What values are and how Java writes them. A value is null, a text, a truth value, a whole number (<see cref="long"/>), a
/// <see cref="VelocityList"/>,
/// a <see cref="VelocityMap"/> or an <see cref="ITemplateObject"/>.
/// </summary>
internal static class TemplateValues
{
    /// <summary>As Java's <c>toString</c> writes it; null is empty, as API Gateway renders it.</summary>
    /// <exception cref="ValueException">It is a list or a map.</exception>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new ValueException($"The text of {Describe(value)} is not supported by the local gateway"),
    };

    /// <summary>What kind of value it is, for an error.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "nothing",
        string => "a text",
        bool => "a truth value",
        long => "a number",
        VelocityList => "a list",
        VelocityMap => "a map",
        _ => "this object",
    };

    /// <summary>Velocity's <c>==</c>, which compares the texts of what is of two kinds.</summary>
    public static bool AreEqual(object? left, object? right) => left is null || right is null ? left == right : Text(left) == Text(right);
}
