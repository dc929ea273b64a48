using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>
/// An alarm on a metric that crosses a threshold, with what that means and what to do. It reports to the topic by
/// <see cref="Observation"/>.
/// </summary>
internal sealed class ThresholdAlarm : ComponentResource
{
    private const int FiveMinutes = 300;
    private const int AnHour = 3_600;
    private const int ADay = 86_400;

    // The longest time that an alarm may look back ("PutMetricAlarm" in the CloudWatch API reference).
    private const int AWeekOfDays = 7;
    private const string Above = "GreaterThanThreshold";

    private ThresholdAlarm(string component, string name, Aws.CloudWatch.MetricAlarmArgs args, Resource parent)
        : base($"engagement:observability:{component}", name, new ComponentResourceOptions { Parent = parent })
    {
        args.EvaluationPeriods ??= 1;
        // Where nothing happens and nothing waits, AWS reports nothing.
        args.TreatMissingData = "notBreaching";
        _ = new Aws.CloudWatch.MetricAlarm(name, args, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    /// <summary>Rings on anything above zero within five minutes.</summary>
    public static void AboveZero(string name, string description, AlarmMetric metric, Resource parent) =>
        _ = new ThresholdAlarm("AboveZeroAlarm", name, Watch(description, metric, FiveMinutes, Above, 0), parent);

    /// <summary>Rings when something waits for longer than a time, in the unit of the metric.</summary>
    public static void Older(string name, string description, AlarmMetric metric, int time, Resource parent) =>
        _ = new ThresholdAlarm("AgeAlarm", name, Watch(description, metric, FiveMinutes, Above, time), parent);

    /// <summary>Rings when what a service measures of itself is above a value within an hour.</summary>
    public static void Higher(string name, string description, AlarmMetric metric, double value, Resource parent) =>
        _ = new ThresholdAlarm("HighAlarm", name, Watch(description, metric, AnHour, Above, value), parent);

    /// <summary>Rings when a part is more than so many percent of the whole.</summary>
    public static void LargeShare(string name, string description, AlarmShare share, double percent, Resource parent) =>
        _ = new ThresholdAlarm(
            "ShareAlarm",
            name,
            new() { AlarmDescription = description, MetricQueries = share.Queries(), ComparisonOperator = Above, Threshold = percent },
            parent);

    /// <summary>Rings when more than so many of what came in within an hour are nowhere.</summary>
    public static void Missing(string name, string description, AlarmBalance balance, int allowed, Resource parent) =>
        _ = new ThresholdAlarm(
            "MissingAlarm",
            name,
            new()
            {
                AlarmDescription = description,
                MetricQueries = balance.Queries(),
                ComparisonOperator = Above,
                Threshold = allowed,
            },
            parent);

    /// <summary>Rings when on each day of a week something was refused and nothing was taken.</summary>
    public static void OnlyRefused(string name, string description, AlarmMetric taken, AlarmMetric refused, Resource parent) =>
        _ = new ThresholdAlarm(
            "OnlyRefusedAlarm",
            name,
            new()
            {
                AlarmDescription = description,
                EvaluationPeriods = AWeekOfDays,
                MetricQueries =
                {
                    new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs
                    {
                        Id = "onlyRefused",
                        Expression = "IF(FILL(refused, 0) > 0 AND FILL(taken, 0) == 0, 1, 0)",
                        Label = "refused and nothing taken",
                        ReturnData = true,
                    },
                    taken.Query("taken", ADay),
                    refused.Query("refused", ADay),
                },
                ComparisonOperator = Above,
                Threshold = 0,
            },
            parent);

    /// <summary>Rings when nothing is counted in so many periods one after the other.</summary>
    public static void Absent(string name, string description, AlarmMetric metric, int periodSeconds, int periods, Resource parent)
    {
        var args = Watch(description, metric, periodSeconds, "LessThanThreshold", 1);
        args.EvaluationPeriods = periods;
        args.TreatMissingData = "breaching";
        // No component of its own, which the first deployments did without: another URN would replace the alarm.
        _ = new Aws.CloudWatch.MetricAlarm(name, args, new CustomResourceOptions { Parent = parent });
    }

    private static Aws.CloudWatch.MetricAlarmArgs Watch(
        string description, AlarmMetric metric, int periodSeconds, string comparison, double threshold) =>
        new()
        {
            AlarmDescription = description,
            Namespace = metric.Namespace,
            MetricName = metric.Name,
            Dimensions = metric.Dimensions,
            Statistic = metric.Statistic,
            ComparisonOperator = comparison,
            Threshold = threshold,
            Period = periodSeconds,
        };
}
