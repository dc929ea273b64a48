namespace Engagement.Ses;

/// <summary>What functions of this platform read from their environment.</summary>
public static class SesEnvironment
{
    /// <summary>The platform's name in <c>PLATFORM</c> and in the configuration.</summary>
    public const string Platform = "ses";
}
