using Engagement.Infra.Configuration;
using Engagement.Infra.Platforms.Pinpoint;
using Engagement.Infra.Platforms.Ses;

namespace Engagement.Infra.Platforms;

/// <summary>The platforms that an environment may choose from, by the names that <c>engagement:platform</c> has for them.</summary>
internal static class KnownPlatforms
{
    private static readonly Dictionary<string, Func<ConfigProblems, PlatformChoice>> ByName = new(StringComparer.Ordinal)
    {
        [PinpointPlatform.Name] = PinpointPlatform.Read,
        [SesPlatform.Name] = SesPlatform.Read,
    };

    /// <summary>Reads the setting, and the settings of the platform that it names.</summary>
    /// <param name="problems">Gets what is wrong. An unknown name is a problem that lists the known names.</param>
    public static PlatformChoice Choose(ConfigProblems problems)
    {
        var name = new ConfigReader("engagement", problems).OneOf("platform", PinpointPlatform.Name, [.. ByName.Keys]);
        return ByName.GetValueOrDefault(name, ByName[PinpointPlatform.Name])(problems);
    }
}
