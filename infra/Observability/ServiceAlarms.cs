using Engagement.Infra.Configuration;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Observability;

/// <summary>Alarms on what an environment does as a whole, rather than on one queue or function.</summary>
internal sealed class ServiceAlarms : ComponentResource
{
    /// <param name="name">Name of the component.</param>
    /// <param name="settings">When alarms ring.</param>
    /// <param name="declarePlatformAlarms">Declares the alarms of the platform, below this component.</param>
    /// <param name="options">Its parent.</param>
    public ServiceAlarms(string name, AlarmSettings settings, Action<Resource> declarePlatformAlarms, ComponentResourceOptions? options = null)
        : base("engagement:observability:ServiceAlarms", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        _ = new ShareAlarm("rejected-share", new()
        {
            Description = $"Rules reject more than {settings.RejectedSharePercent} % of the pixel's requests: a tag, the tracking plan or the signing of the site is wrong. The log of record-pixel-events and the dashboard say for which reason.",
            Part = [MetricName.EventsRejected],
            Whole = [MetricName.EventsRecorded, MetricName.EventsRejected],
            Percent = settings.RejectedSharePercent,
            Minimum = settings.RejectedShareMinimum,
        }, asChild);
        declarePlatformAlarms(this);
        _ = new AboveZeroAlarm("recorded-in-part", new()
        {
            Description = "Events were recorded, but what they say of their customers was refused and is lost: the log of record-pixel-events names the requests and the reason,"
                + " such as a user with 15 endpoints, of which old ones must be deleted.",
            Namespace = MetricName.Namespace,
            Metric = MetricName.EventsRecordedInPart,
            Statistic = "Sum",
            Dimensions = new InputMap<string> { { "Stack", Deployment.Instance.StackName } },
        }, asChild);
        RegisterOutputs();
    }
}
