using Engagement.Infra.Observability;
using Engagement.Infra.Observability.Dashboards;
using Engagement.Pinpoint;
using Pulumi;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>How Pinpoint answers the functions' calls.</summary>
internal static class PinpointCalls
{
    private const int RefusedPercent = 10;
    private const int FewestCalls = 10;

    /// <summary>An alarm on too many refusals.</summary>
    public static void DeclareAlarm(Resource parent) => ThresholdAlarm.LargeShare(
        "pinpoint-refusals",
        $"Pinpoint refuses or fails more than {RefusedPercent} % of the calls. The functions' logs name the error. If there are too many"
            + " calls at once, lower"
            + " pixel:maximumConcurrency, or ask AWS for a larger quota. If Pinpoint has a fault, wait: refused calls are tried again.",
        new()
        {
            Part = [PinpointMetrics.Errors, PinpointMetrics.Throttled],
            Whole = [PinpointMetrics.Calls],
            Minimum = FewestCalls,
        },
        RefusedPercent,
        parent);

    /// <summary>A section of the dashboard.</summary>
    public static IEnumerable<Widget> Widgets(ObservedStack stack) =>
    [
        Widget.Heading("## Pinpoint\nIt takes about 15 calls of PutEvents a second. What it refuses is tried again."),
        Widget.Lines(
            "Calls", stack.Region,
            Metric.Counted("calls", stack, PinpointMetrics.Calls),
            Metric.Counted("too many", stack, PinpointMetrics.Throttled),
            Metric.Counted("failed", stack, PinpointMetrics.Errors)),
        Widget.Lines(
            "Duration of calls, ms", stack.Region,
            Metric.Measured("median", "p50", stack, PinpointMetrics.Duration),
            Metric.Measured("p99", "p99", stack, PinpointMetrics.Duration)),
    ];
}
