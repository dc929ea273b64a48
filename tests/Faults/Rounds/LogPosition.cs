using Engagement.Local.Cloud;
using Engagement.Local.CloudWatch;

namespace Faults.Tests.Rounds;

/// <summary>A place among the log lines of all groups.</summary>
internal static class LogPosition
{
    /// <summary>The number of the latest line; 0 before the first.</summary>
    public static long Latest(LocalCloud cloud) =>
        cloud.Service<Logs>().Groups.SelectMany(group => group.Lines()).Select(line => line.Number).DefaultIfEmpty().Max();
}
