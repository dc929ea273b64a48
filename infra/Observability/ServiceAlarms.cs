using Engagement.Infra.Configuration;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Observability;

/// <summary>Alarms on an environment as a whole, rather than on one queue or function.</summary>
internal sealed class ServiceAlarms : ComponentResource
{
    /// <param name="name">Name of the component.</param>
    /// <param name="settings">When alarms ring.</param>
    /// <param name="declarePlatformAlarms">Declares the alarms of the platform, below this component.</param>
    /// <param name="options">Its parent.</param>
    public ServiceAlarms(
        string name, AlarmSettings settings, Action<Resource> declarePlatformAlarms, ComponentResourceOptions? options = null)
        : base("engagement:observability:ServiceAlarms", name, options)
    {
        var rejected = new AlarmShare
        {
            Part = [MetricName.EventsRejected],
            Whole = [MetricName.EventsRecorded, MetricName.EventsRejected],
            Minimum = settings.RejectedShareMinimum,
        };
        ThresholdAlarm.LargeShare(
            "rejected-share",
            $"Rules reject more than {settings.RejectedSharePercent} % of the pixel's requests. A tag, the tracking plan or the site's"
                + " signing is wrong."
                + " The log of record-pixel-events and the dashboard name the reason.",
            rejected,
            settings.RejectedSharePercent,
            this);
        declarePlatformAlarms(this);
        ThresholdAlarm.AboveZero(
            "recorded-in-part",
            "Events were recorded, but the platform refused what they say of their customers. That part is lost. The log of"
                + " record-pixel-events names the"
                + " requests and the reason. One reason is a user with 15 endpoints: delete old ones.",
            AlarmMetric.Counted(MetricName.EventsRecordedInPart),
            this);
        RegisterOutputs();
    }
}
