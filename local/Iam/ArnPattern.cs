namespace Engagement.Local.Iam;

/// <summary>The shape of Amazon Resource Names, patterns among them.</summary>
internal static class ArnPattern
{
    /// <summary><c>arn:partition:service:region:account:resource</c>; the resource may hold further colons.</summary>
    public const int Parts = 6;

    /// <summary>Whether a text is an ARN or a pattern of ARNs.</summary>
    public static bool IsPattern(string text) => text.Split(':', Parts) is ["arn", _, _, _, _, _];
}
