using Engagement.Telemetry;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>A metric that an alarm watches.</summary>
/// <param name="Namespace">CloudWatch's namespace, such as <c>AWS/SQS</c>.</param>
/// <param name="Name">The metric's name within it.</param>
/// <param name="Statistic"><c>Sum</c> of what is counted, <c>Maximum</c> of what is measured.</param>
/// <param name="Dimensions">What tells the metric from others of its name.</param>
internal sealed record AlarmMetric(string Namespace, string Name, string Statistic, InputMap<string> Dimensions)
{
    /// <summary>What the functions of this stack count.</summary>
    /// <param name="name">One of <see cref="MetricName"/>.</param>
    public static AlarmMetric Counted(string name) =>
        new(MetricName.Namespace, name, "Sum", new InputMap<string> { { "Stack", Deployment.Instance.StackName } });

    /// <summary>What the functions of this stack count for a reason.</summary>
    /// <param name="name">One of <see cref="MetricName"/>.</param>
    /// <param name="reason">The reason.</param>
    public static AlarmMetric Counted(string name, string reason) => new(
        MetricName.Namespace,
        name,
        "Sum",
        new InputMap<string> { { "Stack", Deployment.Instance.StackName }, { "Reason", reason } });

    /// <summary>The longest time that the functions of this stack measure, in milliseconds.</summary>
    /// <param name="name">One of <see cref="MetricName"/>.</param>
    public static AlarmMetric Longest(string name) => Counted(name) with { Statistic = "Maximum" };

    /// <summary>What a service measures of the whole account in a region, of which the largest value counts.</summary>
    /// <param name="space">CloudWatch's namespace, such as <c>AWS/Lambda</c>.</param>
    /// <param name="name">The metric's name within it.</param>
    public static AlarmMetric OfAccount(string space, string name) => new(space, name, "Maximum", []);

    /// <summary>What SQS measures of a queue.</summary>
    public static AlarmMetric Measured(Aws.Sqs.Queue queue, string name) =>
        new("AWS/SQS", name, "Maximum", new InputMap<string> { { "QueueName", queue.Name } });

    /// <summary>The metric as a part of metric math.</summary>
    /// <param name="id">What the expression calls it. It begins with a small letter.</param>
    /// <param name="periodSeconds">The span of time that a value is of.</param>
    public Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs Query(string id, int periodSeconds) => new()
    {
        Id = id,
        ReturnData = false,
        Metric = new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryMetricArgs
        {
            Namespace = Namespace,
            MetricName = Name,
            Dimensions = Dimensions,
            Period = periodSeconds,
            Stat = Statistic,
        },
    };
}
