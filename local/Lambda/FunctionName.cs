using System.Text.RegularExpressions;
using Engagement.Local.Aws;

namespace Engagement.Local.Lambda;

/// <summary>The ways to name a function: its name, its ARN, or a partial ARN, each with or without the version <c>$LATEST</c>.</summary>
internal static partial class FunctionName
{
    /// <summary>The only version that this cloud has.</summary>
    public const string Latest = "$LATEST";

    /// <summary>
    /// The unqualified ARN that is meant, whether or not there is such a function; null where it is none of this account and region.
    /// </summary>
    public static string? Arn(CloudContext cloud, string nameOrArn)
    {
        var match = Pattern().Match(nameOrArn);
        return match.Success
            && Is(match.Groups["region"], cloud.Region)
            && Is(match.Groups["account"], cloud.Account)
            && Is(match.Groups["version"], Latest)
                ? cloud.Arn("lambda", $"function:{match.Groups["name"].Value}")
                : null;
    }

    private static bool Is(Group group, string expected) => !group.Success || group.Value == expected;

    [
        GeneratedRegex(
            @"^(?:(?:arn:aws:lambda:(?<region>[a-z0-9-]+):)?(?<account>\d{12}):function:|"
                + @"function:)?(?<name>[A-Za-z0-9_-]{1,64})(?::(?<version>\$LATEST|[A-Za-z0-9_-]+))?$",
            RegexOptions.ExplicitCapture)
    ]
    private static partial Regex Pattern();
}
