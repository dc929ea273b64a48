using System.Text.RegularExpressions;

namespace Engagement.Local.ApiGateway.MappingTemplates.Evaluation;

/// <summary>Java's regular expressions, as far as .NET's mean the same.</summary>
internal static class JavaPattern
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Whether the pattern fits the whole text.</summary>
    /// <exception cref="ArgumentException">It is no pattern, or takes longer than a second.</exception>
    public static bool Matches(string text, string pattern)
    {
        try
        {
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, Timeout).IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ArgumentException($"the pattern takes longer than {Timeout.TotalSeconds} s");
        }
    }
}
