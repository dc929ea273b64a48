using Engagement.Services;

namespace Engagement.Ses.Events;

/// <summary>Metrics of calls to the archive, in the namespace and with the dimension of all metrics.</summary>
public static class ArchiveMetrics
{
    /// <summary>Calls to the archive; retries within the client count as one with it. Count.</summary>
    public const string Calls = "ArchiveCalls";

    /// <summary>Calls to the archive that were refused because there were too many. Count.</summary>
    public const string Throttled = "ArchiveThrottled";

    /// <summary>Calls to the archive that failed otherwise. Count.</summary>
    public const string Errors = "ArchiveErrors";

    /// <summary>How long each call to the archive took, retries within the client included. Milliseconds.</summary>
    public const string Duration = "ArchiveDuration";

    /// <summary>The archive, as functions call it.</summary>
    public static ServiceMetrics Service { get; } = new()
    {
        Name = "Archive",
        Calls = Calls,
        Throttled = Throttled,
        Errors = Errors,
        Duration = Duration,
    };
}
