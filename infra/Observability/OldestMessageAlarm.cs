using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>An alarm on a queue whose oldest message waits longer than it should.</summary>
internal sealed class OldestMessageAlarm : ComponentResource
{
    private const int FiveMinutes = 300;

    /// <param name="name">The alarm's name.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="seconds">Age from which on it is too old.</param>
    /// <param name="options">Whose part it is.</param>
    public OldestMessageAlarm(string name, Aws.Sqs.Queue queue, int seconds, ComponentResourceOptions? options = null)
        : base("engagement:observability:OldestMessageAlarm", name, options)
    {
        _ = new Aws.CloudWatch.MetricAlarm(name, new()
        {
            AlarmDescription = $"A message of {queue.GetResourceName()} waits for more than {seconds / 60} minutes: its consumer fails, is too slow, or is not running. Nothing is lost for 14 days; see the consumer's log and errors, and what it calls.",
            Namespace = "AWS/SQS",
            MetricName = "ApproximateAgeOfOldestMessage",
            Dimensions = new InputMap<string> { { "QueueName", queue.Name } },
            Statistic = "Maximum",
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = seconds,
            Period = FiveMinutes,
            EvaluationPeriods = 1,
            TreatMissingData = "notBreaching",
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }
}
