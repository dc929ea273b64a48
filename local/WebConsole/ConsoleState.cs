using System.Text.Json.Serialization;
using Engagement.Local.Cloud;
using Engagement.Local.CloudWatch;
using Engagement.Local.Platforms;
using Engagement.Local.Sns;
using Engagement.Local.Sqs;
using Engagement.Local.StepFunctions;

namespace Engagement.Local.WebConsole;

/// <summary>
/// What <c>/_local/stream</c> says: the clock, and a number for each subject that changes when the subject does. It is cheap to read,
/// however much has happened: numbers that something counts already, and no lists.
/// </summary>
internal sealed record ConsoleState
{
    /// <summary>Whether the stack is up and its customers are loaded.</summary>
    public required bool IsUp { get; init; }

    /// <summary>The cloud's time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How far the cloud's clock is ahead of this machine's, in whole seconds.</summary>
    public required long Ahead { get; init; }

    /// <summary>By subject, such as <c>events</c>: a number that is another when the subject has changed.</summary>
    public required IReadOnlyDictionary<string, long> Versions { get; init; }

    /// <summary>Differs whenever anything but the time of day does.</summary>
    [JsonIgnore]
    public int Fingerprint => Versions.Aggregate(
        HashCode.Combine(IsUp), (sum, subject) => HashCode.Combine(sum, subject.Key, subject.Value));

    /// <summary>The state now.</summary>
    public static ConsoleState Read(LocalCloud cloud, bool isUp)
    {
        var now = cloud.Context.Clock.GetUtcNow();
        var ahead = (long)Math.Round((now - TimeProvider.System.GetUtcNow()).TotalSeconds);
        return new()
        {
            IsUp = isUp,
            Now = now,
            Ahead = ahead,
            // A clock that stands still falls behind all the time, and has not changed.
            Versions = isUp ? VersionsOf(cloud, cloud.Context.Clock.IsRunning ? ahead : now.Ticks) : new Dictionary<string, long>(),
        };
    }

    private static Dictionary<string, long> VersionsOf(LocalCloud cloud, long clock)
    {
        var (platform, calls, logs) = (RunningPlatform.From(cloud), cloud.Calls, cloud.Service<Logs>());
        return new(StringComparer.Ordinal)
        {
            ["calls"] = calls.Count,
            ["clock"] = clock,
            ["customers"] = calls.Changes,
            ["deployments"] = cloud.Deployments,
            ["events"] = platform.EventCount,
            ["executions"] = VersionOf(cloud.Service<StepFunctionsService>().Executions, execution => execution.EndedAt is null ? 1 : 2),
            ["faults"] = cloud.Faults.Version,
            ["journeys"] = calls.Changes + platform.Sendings,
            ["logs"] = logs.Written,
            ["messages"] = platform.Sendings,
            ["notifications"] = cloud.Service<SnsService>().PublishedCount,
            ["queues"] = VersionOf(cloud.Service<SqsService>().States(), Version),
            ["rejected"] = logs.Rejections.Count,
        };
    }

    private static long Version(QueueState queue) => HashCode.Combine(queue.Visible, queue.InFlight, queue.Delayed);

    private static long VersionOf<T>(IEnumerable<T> all, Func<T, long> version) =>
        all.Aggregate(17L, (sum, each) => unchecked((sum * 31) + version(each)));
}
