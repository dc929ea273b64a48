using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>What an <see cref="AgeAlarm"/> watches.</summary>
internal sealed record AgeAlarmArgs
{
    /// <summary>What it means that the alarm is on, and what to do.</summary>
    public required string Description { get; init; }

    /// <summary>CloudWatch namespace, such as <c>AWS/SQS</c>.</summary>
    public required string Namespace { get; init; }

    /// <summary>Metric within it that measures an age in seconds.</summary>
    public required string Metric { get; init; }

    public required InputMap<string> Dimensions { get; init; }

    /// <summary>Age above which the alarm is on.</summary>
    public required int Seconds { get; init; }
}

/// <summary>An alarm on something that waits longer than it should.</summary>
internal sealed class AgeAlarm : ComponentResource
{
    private const int FiveMinutes = 300;

    public AgeAlarm(string name, AgeAlarmArgs args, ComponentResourceOptions? options = null)
        : base("engagement:observability:AgeAlarm", name, options)
    {
        _ = new Aws.CloudWatch.MetricAlarm(name, new()
        {
            AlarmDescription = args.Description,
            Namespace = args.Namespace,
            MetricName = args.Metric,
            Dimensions = args.Dimensions,
            Statistic = "Maximum",
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = args.Seconds,
            Period = FiveMinutes,
            EvaluationPeriods = 1,
            // Where nothing waits, nothing is reported.
            TreatMissingData = "notBreaching",
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }
}
