using System.Globalization;
using Engagement.Telemetry;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>
/// A part of what the functions of this stack count, in percent of the whole, within a period. Metrics are those of
/// <see cref="MetricName"/>.
/// </summary>
internal sealed record AlarmShare
{
    /// <summary>The longest period of an alarm, in seconds.</summary>
    public const int Day = 86_400;

    private const int FifteenMinutes = 900;

    /// <summary>Metrics that add up to what there should be little of.</summary>
    public required IReadOnlyList<string> Part { get; init; }

    /// <summary>Metrics that add up to everything, the part included.</summary>
    public required IReadOnlyList<string> Whole { get; init; }

    /// <summary>Whole below which the share counts as 0.</summary>
    public required int Minimum { get; init; }

    /// <summary>Within how many seconds both are counted, 60 to <see cref="Day"/>; 15 minutes by default.</summary>
    public int PeriodSeconds { get; init; } = FifteenMinutes;

    /// <summary>The share in CloudWatch's metric math, and the metrics that it is made of.</summary>
    public InputList<Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs> Queries() =>
    [
        new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs
        {
            Id = "share",
            Expression = string.Create(CultureInfo.InvariantCulture, $"IF({Sum(Whole)} >= {Minimum}, 100 * {Sum(Part)} / {Sum(Whole)}, 0)"),
            Label = "percent",
            ReturnData = true,
        },
        .. Whole.Concat(Part).Distinct().Select(metric => AlarmMetric.Counted(metric).Query(Id(metric), PeriodSeconds)),
    ];

    // A metric of which nothing was counted has no value, and a sum with it would have none either.
    private static string Sum(
        IReadOnlyList<string> metrics) => $"({string.Join(" + ", metrics.Select(metric => $"FILL({Id(metric)}, 0)"))})";

    // CloudWatch wants ids that begin with a small letter.
    private static string Id(string metric) => char.ToLowerInvariant(metric[0]) + metric[1..];
}
