using System.Text.RegularExpressions;

namespace Engagement.Infra.Configuration;

/// <summary>How names of the DNS are written in settings.</summary>
internal static partial class DnsSyntax
{
    /// <summary>Whether a text is a domain name in small letters with two labels or more, such as <c>events.example.com</c>.</summary>
    public static bool IsDomain(string text) => DomainName().IsMatch(text);

    /// <summary>Whether a text is the id of a Route 53 hosted zone, such as <c>Z0123456789ABCDEFGHIJ</c>.</summary>
    public static bool IsHostedZone(string text) => ZoneId().IsMatch(text);

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex DomainName();

    [GeneratedRegex("^Z[A-Z0-9]{1,31}$", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneId();
}
