using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>
/// What came in within an hour and is nowhere any more: neither counted as done nor seen waiting. Metrics of SQS and of functions come
/// minutes apart, and work goes on over the full hour. So an allowance is left out: a twentieth of what came in.
/// </summary>
internal sealed record AlarmBalance
{
    private const int AnHour = 3_600;
    private const string Allowance = "0.05";

    /// <summary>What is counted as it comes in.</summary>
    public required AlarmMetric Taken { get; init; }

    /// <summary>What is counted when it is done with, for better or worse.</summary>
    public required IReadOnlyList<AlarmMetric> Settled { get; init; }

    /// <summary>What waits, in a queue or in a dead-letter queue: the most within the hour.</summary>
    public required IReadOnlyList<AlarmMetric> Waiting { get; init; }

    /// <summary>What is missing in CloudWatch's metric math, and its metrics: at most ten, as an alarm may have.</summary>
    public InputList<Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs> Queries()
    {
        var metrics = new List<(string Id, AlarmMetric Metric)> { ("taken", Taken) };
        metrics.AddRange(Settled.Select((metric, index) => ($"settled{index}", metric)));
        metrics.AddRange(Waiting.Select((metric, index) => ($"waiting{index}", metric)));
        return
        [
            new Aws.CloudWatch.Inputs.MetricAlarmMetricQueryArgs
            {
                Id = "missing",
                Expression = string.Join(
                    " - ",
                    metrics.Select(each => $"FILL({each.Id}, 0)").Append($"{Allowance} * FILL(taken, 0)")),
                Label = "missing",
                ReturnData = true,
            },
            .. metrics.Select(each => each.Metric.Query(each.Id, AnHour)),
        ];
    }
}
