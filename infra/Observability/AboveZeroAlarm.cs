using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>What an <see cref="AboveZeroAlarm"/> watches.</summary>
internal sealed record AboveZeroAlarmArgs
{
    /// <summary>What it means that the alarm is on, and what to do.</summary>
    public required string Description { get; init; }

    /// <summary>CloudWatch namespace, such as <c>AWS/SQS</c>.</summary>
    public required string Namespace { get; init; }

    /// <summary>Metric within it.</summary>
    public required string Metric { get; init; }

    /// <summary><c>Sum</c> for what is counted, <c>Maximum</c> for what is measured.</summary>
    public required string Statistic { get; init; }

    public required InputMap<string> Dimensions { get; init; }
}

/// <summary>An alarm on a metric of which anything above zero, within five minutes, is too much. It reports to the topic by <see cref="Observation"/>.</summary>
internal sealed class AboveZeroAlarm : ComponentResource
{
    private const int FiveMinutes = 300;

    public AboveZeroAlarm(string name, AboveZeroAlarmArgs args, ComponentResourceOptions? options = null)
        : base("engagement:observability:AboveZeroAlarm", name, options)
    {
        _ = new Aws.CloudWatch.MetricAlarm(name, new()
        {
            AlarmDescription = args.Description,
            Namespace = args.Namespace,
            MetricName = args.Metric,
            Dimensions = args.Dimensions,
            Statistic = args.Statistic,
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = 0,
            Period = FiveMinutes,
            EvaluationPeriods = 1,
            // SQS and Lambda report nothing while nothing happens.
            TreatMissingData = "notBreaching",
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }
}
