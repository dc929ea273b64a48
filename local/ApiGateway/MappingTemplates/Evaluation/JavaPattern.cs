using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Java's regular expressions, as far as .NET's mean the same; a replacement's <c>$1</c> and <c>\</c> are Java's.</summary>
internal static class JavaPattern
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Whether the pattern fits the whole text.</summary>
    public static bool Matches(string text, string pattern) => Timed(() => Compiled($@"\A(?:{pattern})\z").IsMatch(text));

    /// <summary>The text with the first matches replaced.</summary>
    public static string Replace(string text, string pattern, string replacement, int count) =>
        Timed(() => Compiled(pattern).Replace(text, match => Expanded(match, replacement), count));

    /// <summary>The parts between matches; empty ones at the end are dropped, as is an empty one before a match of no width at the start.</summary>
    public static TemplateList Split(string text, string pattern)
    {
        var parts = new List<string>();
        var start = 0;
        foreach (var match in Timed(() => Compiled(pattern).Matches(text).ToList()))
        {
            if (match.Index + match.Length > 0 && !(match.Length == 0 && match.Index == text.Length))
            {
                parts.Add(text[start..match.Index]);
                start = match.Index + match.Length;
            }
        }

        parts.Add(text[start..]);
        while (parts.Count > 1 && parts[^1].Length == 0)
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return new(parts);
    }

    private static Regex Compiled(string pattern) => new(pattern, RegexOptions.CultureInvariant, Timeout);

    private static T Timed<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ArgumentException($"the pattern takes longer than {Timeout.TotalSeconds} s");
        }
    }

    private static string Expanded(Match match, string replacement)
    {
        var result = new StringBuilder();
        for (var index = 0; index < replacement.Length; index++)
        {
            var escapes = replacement[index] is '\\' or '$';
            if (escapes && ++index == replacement.Length)
            {
                throw new ArgumentException("the replacement ends in '\\' or '$'");
            }

            result.Append(escapes && replacement[index - 1] == '$' ? Group(match, replacement[index]) : replacement[index]);
        }

        return result.ToString();
    }

    private static string Group(Match match, char digit) =>
        char.IsAsciiDigit(digit) && digit - '0' < match.Groups.Count
            ? match.Groups[digit - '0'].Value
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the pattern has no group {digit}"));
}
