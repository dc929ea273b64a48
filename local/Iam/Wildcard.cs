using System.IO.Enumeration;

namespace Engagement.Local.Iam;

/// <summary>IAM's wildcards: <c>*</c> is any text, <c>?</c> any one character.</summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string value, bool ignoreCase = false) =>
        FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal), value, ignoreCase);
}
