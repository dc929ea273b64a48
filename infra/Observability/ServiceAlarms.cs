using Engagement.Infra.Configuration;
using Engagement.Pinpoint;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Observability;

/// <summary>Alarms on what an environment does as a whole, rather than on one queue or function.</summary>
internal sealed class ServiceAlarms : ComponentResource
{
    private const int RefusedPercent = 10;
    private const int FewestCalls = 10;

    public ServiceAlarms(string name, AlarmSettings settings, ComponentResourceOptions? options = null)
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
        _ = new ShareAlarm("pinpoint-refusals", new()
        {
            Description = $"Pinpoint refuses or fails more than {RefusedPercent} % of the calls: too many at once (lower pixel:maximumConcurrency, or ask AWS for a larger quota), or a fault of Pinpoint's (wait: what it refused is tried again). The functions' logs name the error.",
            Part = [PinpointMetrics.Errors, PinpointMetrics.Throttled],
            Whole = [PinpointMetrics.Calls],
            Percent = RefusedPercent,
            Minimum = FewestCalls,
        }, asChild);
        _ = new AboveZeroAlarm("recorded-in-part", new()
        {
            Description = "Pinpoint recorded events and refused what they say of their customers, which is lost: the log of record-pixel-events names the requests and Pinpoint's reason,"
                + " such as a user with 15 endpoints, of which old ones must be deleted.",
            Namespace = MetricName.Namespace,
            Metric = MetricName.EventsRecordedInPart,
            Statistic = "Sum",
            Dimensions = new InputMap<string> { { "Stack", Deployment.Instance.StackName } },
        }, asChild);
        RegisterOutputs();
    }
}
