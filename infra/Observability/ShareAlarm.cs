using System.Globalization;
using Engagement.Telemetry;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>What a <see cref="ShareAlarm"/> watches: counts of <see cref="MetricName"/>.</summary>
internal sealed record ShareAlarmArgs
{
    /// <summary>What it means that the alarm is on, and what to do.</summary>
    public required string Description { get; init; }

    /// <summary>Metrics that add up to what there should be little of.</summary>
    public required IReadOnlyList<string> Part { get; init; }

    /// <summary>Metrics that add up to everything, the part included.</summary>
    public required IReadOnlyList<string> Whole { get; init; }

    /// <summary>Share of the whole, in percent, above which the alarm is on.</summary>
    public required int Percent { get; init; }

    /// <summary>Whole, in 15 minutes, below which the share means nothing.</summary>
    public required int Minimum { get; init; }
}

/// <summary>An alarm on too large a part of what the functions of an environment count, within fifteen minutes.</summary>
internal sealed class ShareAlarm : ComponentResource
{
    private const int FifteenMinutes = 900;

    public ShareAlarm(string name, ShareAlarmArgs args, ComponentResourceOptions? options = null)
        : base("engagement:observability:ShareAlarm", name, options)
    {
        var share = string.Create(CultureInfo.InvariantCulture, $"IF({Sum(args.Whole)} >= {args.Minimum}, 100 * {Sum(args.Part)} / {Sum(args.Whole)}, 0)");
        _ = new Aws.CloudWatch.MetricAlarm(name, new()
        {
            AlarmDescription = args.Description,
            MetricQueries =
            [
                new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs { Id = "share", Expression = share, Label = "percent", ReturnData = true },
                .. args.Whole.Concat(args.Part).Distinct().Select(Query),
            ],
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = args.Percent,
            EvaluationPeriods = 1,
            TreatMissingData = "notBreaching",
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    private static Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs Query(string metric) => new()
    {
        Id = Id(metric),
        ReturnData = false,
        Metric = new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryMetricArgs
        {
            Namespace = MetricName.Namespace,
            MetricName = metric,
            Dimensions = new InputMap<string> { { "Stack", Deployment.Instance.StackName } },
            Period = FifteenMinutes,
            Stat = "Sum",
        },
    };

    // A metric of which nothing was counted has no value, and a sum with it would have none either.
    private static string Sum(IReadOnlyList<string> metrics) => $"({string.Join(" + ", metrics.Select(metric => $"FILL({Id(metric)}, 0)"))})";

    // CloudWatch wants ids that begin with a small letter.
    private static string Id(string metric) => char.ToLowerInvariant(metric[0]) + metric[1..];
}
