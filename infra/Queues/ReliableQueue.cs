using System.Text.Json;
using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Queues;

/// <summary>What a <see cref="ReliableQueue"/> is made of.</summary>
internal sealed record ReliableQueueArgs
{
    /// <summary>Time-out of the function that consumes the queue, in seconds.</summary>
    public required int ConsumerTimeoutSeconds { get; init; }

    /// <summary>Attempts before a message goes to the dead-letter queue, 1 to 1,000.</summary>
    public required int MaximumReceives { get; init; }

    /// <summary>The topic that the queue may be subscribed to; null where callers have roles that let them send.</summary>
    public Aws.Sns.Topic? Topic { get; init; }
}

/// <summary>
/// An encrypted queue, reached over TLS alone. Messages that it cannot deliver go to a dead-letter queue, which no other queue may use.
/// </summary>
internal sealed class ReliableQueue : ComponentResource
{
    // AWS's advice for a queue that Lambda consumes: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    private const int VisibilityTimeoutsPerConsumerTimeout = 6;

    // Fewer failed attempts are what retrying is there for.
    private const int AttemptsBeforeAlarm = 5;

    public ReliableQueue(string name, ReliableQueueArgs args, ComponentResourceOptions? options = null)
        : base("engagement:queues:ReliableQueue", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        DeadLetterQueue = new DeadLetterQueue(
            $"{name}-dlq",
            $"The dead-letter queue of {name} holds messages that could not be delivered. Find the cause in the consumer's log, then"
                + " redrive them.",
            options: new ComponentResourceOptions { Parent = this });
        Queue = new Aws.Sqs.Queue(name, new()
        {
            MessageRetentionSeconds = DeadLetterQueue.FourteenDays,
            SqsManagedSseEnabled = true,
            VisibilityTimeoutSeconds = VisibilityTimeoutsPerConsumerTimeout * args.ConsumerTimeoutSeconds,
            RedrivePolicy = DeadLetterQueue.Queue.Arn.Apply(arn =>
                JsonSerializer.Serialize(new(arn, args.MaximumReceives), RedriveTextsJson.Default.RedriveText)),
        }, asChild);
        QueueAccess.Create($"{name}-policy", Queue, this, args.Topic is { } topic ? [TakePublished(topic)] : []);
        _ = new Aws.Sqs.RedriveAllowPolicy($"{name}-dlq-sources", new()
        {
            QueueUrl = DeadLetterQueue.Queue.Url,
            RedriveAllowPolicyName = Queue.Arn.Apply(arn =>
                JsonSerializer.Serialize(new("byQueue", [arn]), RedriveTextsJson.Default.RedriveAllowText)),
        }, asChild);
        var tooOld = AttemptsBeforeAlarm * VisibilityTimeoutsPerConsumerTimeout * args.ConsumerTimeoutSeconds;
        ThresholdAlarm.Older(
            $"{name}-age",
            $"A message of {name} waits for more than {tooOld / 60} minutes: its consumer fails, is too slow, or does not run."
                + " Read the consumer's log, and check the services that it calls. SQS keeps the message for 14 days.",
            AlarmMetric.Measured(Queue, "ApproximateAgeOfOldestMessage"),
            tooOld,
            this);
        RegisterOutputs();
    }

    public Aws.Sqs.Queue Queue { get; }

    public DeadLetterQueue DeadLetterQueue { get; }

    private Statement TakePublished(Aws.Sns.Topic topic) => new("TakePublished")
    {
        Service = "sns.amazonaws.com",
        Actions = ["sqs:SendMessage"],
        Resources = [Queue.Arn],
        Conditions = Statement.Condition("ArnEquals", "aws:SourceArn", topic.Arn),
    };
}
