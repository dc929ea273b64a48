using Engagement.Local.Cloud;

namespace Engagement.Local.Platforms;

/// <summary>Finds the platform that a cloud's stack stands on.</summary>
internal static class RunningPlatform
{
    /// <summary>The platform of what is deployed; before a first deployment, Pinpoint, which then has nothing.</summary>
    public static IRunningPlatform From(LocalCloud cloud) => SesTables.Find(cloud) is { } tables
        ? new RunningSes(cloud, tables)
        : new RunningPinpoint(cloud);
}
