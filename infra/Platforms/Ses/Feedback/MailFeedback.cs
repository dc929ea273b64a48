using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Ses.Feedback;

/// <summary>
/// What SES tells of messages after they were sent: a topic, a queue that keeps the feedback, and the function that records it. Not
/// EventBridge, to which SES delivers with best effort alone.
/// </summary>
internal sealed class MailFeedback : ComponentResource
{
    private const int TimeoutSeconds = 30;
    private const int BatchSize = 10;
    private const string Ses = "ses.amazonaws.com";

    public MailFeedback(
        string name, Aws.SesV2.ConfigurationSet messages, PlatformArgs args, Grant consents, ComponentResourceOptions? options = null)
        : base("engagement:ses:MailFeedback", name, options)
    {
        var topic = CreateTopic(name, messages);
        Queue = new ReliableQueue($"{name}-queue", new()
        {
            ConsumerTimeoutSeconds = TimeoutSeconds,
            MaximumReceives = args.Settings.CompanyEvents.MaximumReceives,
            Topic = topic,
        }, new ComponentResourceOptions { Parent = this });
        var subscription = new Aws.Sns.TopicSubscription($"{name}-subscription", new()
        {
            Topic = topic.Arn,
            Protocol = "sqs",
            Endpoint = Queue.Queue.Arn,
            RawMessageDelivery = true,
        }, new CustomResourceOptions { Parent = this });
        CreateDestination(name, messages, topic, subscription);
        CreateFunction("record-feedback", args, consents);
        FeedbackAlarms.Declare(name, this);
        RegisterOutputs();
    }

    /// <summary>The feedback that is not recorded yet.</summary>
    public ReliableQueue Queue { get; }

    private Aws.Sns.Topic CreateTopic(string name, Aws.SesV2.ConfigurationSet messages)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var topic = new Aws.Sns.Topic(name, new()
        {
            DisplayName = $"feedback {Deployment.Instance.StackName}",
            KmsMasterKeyId = TopicKey.Create(
                $"{name}-key", "Encrypts feedback on its way to the queue", "EncryptFeedback", Ses, this).KeyId,
        }, asChild);
        var publish = new Statement("PublishFeedback")
        {
            Service = Ses,
            Actions = ["sns:Publish"],
            Resources = [topic.Arn],
            Conditions = new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>
            {
                ["StringEquals"] = new Dictionary<string, Input<string>>
                {
                    ["aws:SourceAccount"] = OutputArn.Account(topic.Arn),
                    ["aws:SourceArn"] = messages.Arn,
                },
            },
        };
        _ = new Aws.Sns.TopicPolicy($"{name}-policy", new()
        {
            Arn = topic.Arn,
            Policy = PolicyDocument.Allow(publish, Statement.OnlyOverTls("sns:Publish", topic.Arn)),
        }, asChild);
        return topic;
    }

    // Sends and deliveries would be many times as much, and nobody acts on them.
    private void CreateDestination(string name, Aws.SesV2.ConfigurationSet messages, Aws.Sns.Topic topic, Resource subscription) =>
        _ = new Aws.SesV2.ConfigurationSetEventDestination($"{name}-destination", new()
        {
            ConfigurationSetName = messages.ConfigurationSetName,
            EventDestinationName = "feedback",
            EventDestination = new Aws.SesV2.Inputs.ConfigurationSetEventDestinationEventDestinationArgs
            {
                Enabled = true,
                MatchingEventTypes = { "BOUNCE", "COMPLAINT" },
                SnsDestination = new Aws.SesV2.Inputs.ConfigurationSetEventDestinationEventDestinationSnsDestinationArgs
                {
                    TopicArn = topic.Arn,
                },
            },
        }, new CustomResourceOptions { Parent = this, DependsOn = { subscription } });

    private void CreateFunction(string name, PlatformArgs args, Grant consents) => _ = new HandlerFunction(name, new()
    {
        Handler = "RecordFeedback",
        Defaults = args.Functions,
        TimeoutSeconds = TimeoutSeconds,
        Source = new() { Name = $"{name}-source", Queue = Queue, BatchSize = BatchSize, MaximumConcurrency = 2 },
        Grants = [consents],
    }, new ComponentResourceOptions { Parent = this });
}
