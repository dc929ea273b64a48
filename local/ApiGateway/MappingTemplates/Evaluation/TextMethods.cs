using System.Globalization;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>The methods of <c>java.lang.String</c> that templates may call.</summary>
internal static class TextMethods
{
    /// <summary>What the method answers.</summary>
    /// <exception cref="MissingMethodException">There is no such method.</exception>
    /// <exception cref="ArgumentException">The arguments do not fit.</exception>
    public static object? Call(string text, string name, IReadOnlyList<object?> arguments) => (name, arguments.Count) switch
    {
        ("length", 0) => Values.FromNumber(text.Length),
        ("isEmpty", 0) => text.Length == 0,
        ("trim", 0) => text.Trim([.. Enumerable.Range(0, 33).Select(code => (char)code)]),
        ("toLowerCase", 0) => text.ToLowerInvariant(),
        ("toUpperCase", 0) => text.ToUpperInvariant(),
        ("equalsIgnoreCase", 1) => arguments[0] is string other && text.Equals(other, StringComparison.OrdinalIgnoreCase),
        ("compareTo", 1) => Values.FromNumber(Compare(text, Argument.Text(arguments[0]))),
        ("contains", 1) => text.Contains(Argument.Text(arguments[0]), StringComparison.Ordinal),
        ("startsWith", 1) => text.StartsWith(Argument.Text(arguments[0]), StringComparison.Ordinal),
        ("endsWith", 1) => text.EndsWith(Argument.Text(arguments[0]), StringComparison.Ordinal),
        ("indexOf", 1) => Values.FromNumber(text.IndexOf(Argument.Text(arguments[0]), StringComparison.Ordinal)),
        ("lastIndexOf", 1) => Values.FromNumber(LastIndex(text, Argument.Text(arguments[0]))),
        ("charAt", 1) => text[Argument.Index(arguments[0], text.Length - 1)].ToString(CultureInfo.InvariantCulture),
        ("concat", 1) => Limited(text + Argument.Text(arguments[0])),
        ("substring", 1) => text[Argument.Index(arguments[0], text.Length)..],
        ("substring", 2) => Substring(text, Argument.Index(arguments[0], text.Length), Argument.Index(arguments[1], text.Length)),
        ("replace", 2) => Limited(Replaced(text, Argument.Text(arguments[0]), Argument.Text(arguments[1]))),
        ("matches", 1) => JavaPattern.Matches(text, Argument.Text(arguments[0])),
        ("replaceAll", 2) => Limited(JavaPattern.Replace(text, Argument.Text(arguments[0]), Argument.Text(arguments[1]), int.MaxValue)),
        ("replaceFirst", 2) => Limited(JavaPattern.Replace(text, Argument.Text(arguments[0]), Argument.Text(arguments[1]), 1)),
        ("split", 1) => JavaPattern.Split(text, Argument.Text(arguments[0])),
        _ => throw new MissingMethodException(),
    };

    private static string Substring(string text, int first, int end) =>
        first <= end ? text[first..end] : throw new ArgumentException($"{first} lies behind {end}");

    private static int LastIndex(string text, string part) =>
        part.Length == 0 ? text.Length : text.LastIndexOf(part, StringComparison.Ordinal);

    /// <summary>The difference of the first characters that differ, otherwise of the lengths.</summary>
    private static int Compare(string text, string other)
    {
        var same = text.AsSpan().CommonPrefixLength(other);
        return same < text.Length && same < other.Length ? text[same] - other[same] : text.Length - other.Length;
    }

    private static string Replaced(string text, string part, string replacement) => part.Length > 0
        ? text.Replace(part, replacement, StringComparison.Ordinal)
        : replacement + string.Concat(text.Select(character => character + replacement));

    private static string Limited(string text) => text.Length <= TemplateLimits.TextLength
        ? text
        : throw new ArgumentException($"the text would have more than {TemplateLimits.TextLength} characters");
}
