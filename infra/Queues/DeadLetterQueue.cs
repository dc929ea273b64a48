using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Queues;

/// <summary>
/// An encrypted queue, reached over TLS alone, for messages that a service could not deliver. An alarm rings while it holds any.
/// </summary>
internal sealed class DeadLetterQueue : ComponentResource
{
    /// <summary>
    /// The longest that SQS keeps a message:
    /// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
    /// </summary>
    public const int FourteenDays = 14 * 24 * 60 * 60;

    /// <param name="name">Name of the queue.</param>
    /// <param name="description">What a message in the queue means, and what to do.</param>
    /// <param name="rule">The rule of EventBridge that sends undelivered events here; null where none does.</param>
    /// <param name="options">Its parent.</param>
    public DeadLetterQueue(string name, string description, Aws.CloudWatch.EventRule? rule = null, ComponentResourceOptions? options = null)
        : base("engagement:queues:DeadLetterQueue", name, options)
    {
        Queue = new Aws.Sqs.Queue(
            name,
            new() { MessageRetentionSeconds = FourteenDays, SqsManagedSseEnabled = true },
            new CustomResourceOptions { Parent = this });
        QueueAccess.Create($"{name}-policy", Queue, this, rule is null ? [] : [KeepUndelivered(rule)]);
        ThresholdAlarm.AboveZero($"{name}-alarm", description, AlarmMetric.Measured(Queue, "ApproximateNumberOfMessagesVisible"), this);
        RegisterOutputs();
    }

    public Aws.Sqs.Queue Queue { get; }

    private Statement KeepUndelivered(Aws.CloudWatch.EventRule rule) => new("KeepUndelivered")
    {
        Service = "events.amazonaws.com",
        Actions = ["sqs:SendMessage"],
        Resources = [Queue.Arn],
        Conditions = Statement.Condition("ArnEquals", "aws:SourceArn", rule.Arn),
    };
}
