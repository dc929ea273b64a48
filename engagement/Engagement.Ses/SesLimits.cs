using Engagement.Definitions;

namespace Engagement.Ses;

/// <summary>What the services of this platform take.</summary>
public static class SesLimits
{
    // SES slows messages of more than 10 MB down, encoded as base64: "Service quotas in Amazon SES". A character takes up to four bytes.
    private const int LargestTemplate = 1_000_000;

    /// <summary>
    /// How much of the definitions they take: all of them, since campaigns, segments and reminders are this project's own. A template alone
    /// has a limit: 1,000,000 characters.
    /// </summary>
    public static PlatformLimits Definitions { get; } = PlatformLimits.None with
    {
        Platform = "SES",
        EmailTemplateLength = LargestTemplate,
    };
}
