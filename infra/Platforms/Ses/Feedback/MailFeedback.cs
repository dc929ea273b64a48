using Engagement.Infra.Functions;
using Engagement.Infra.Iam;
using Engagement.Infra.Observability;
using Engagement.Infra.Platforms.Ses.Sms;
using Engagement.Infra.Queues;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Ses.Feedback;

/// <summary>
/// What SES and End User Messaging SMS tell of messages after they were sent, and what customers answer to texts: a topic, a queue that
/// keeps the feedback, and the function that records it. Not EventBridge, to which SES delivers with best effort alone.
/// </summary>
internal sealed class MailFeedback : ComponentResource
{
    private const int TimeoutSeconds = 30;
    private const int BatchSize = 10;
    private const string Ses = "ses.amazonaws.com";
    private const string Sms = "sms-voice.amazonaws.com";

    public MailFeedback(string name, SesParts parts, ComponentResourceOptions? options = null)
        : base("engagement:ses:MailFeedback", name, options)
    {
        var (args, messages) = (parts.Args, parts.Email.Messages);
        Topic = CreateTopic(name, parts);
        Queue = new ReliableQueue($"{name}-queue", new()
        {
            ConsumerTimeoutSeconds = TimeoutSeconds,
            MaximumReceives = args.Settings.CompanyEvents.MaximumReceives,
            Topic = Topic,
        }, new ComponentResourceOptions { Parent = this });
        var subscription = new Aws.Sns.TopicSubscription($"{name}-subscription", new()
        {
            Topic = Topic.Arn,
            Protocol = "sqs",
            Endpoint = Queue.Queue.Arn,
            RawMessageDelivery = true,
        }, new CustomResourceOptions { Parent = this });
        CreateDestination(name, messages, Topic, subscription);
        if (parts.Sms is { } sms)
        {
            CreateDestination($"{name}-texts", sms, Topic, subscription);
        }

        CreateFunction("record-feedback", args, parts.Consents.Store);
        FeedbackAlarms.Declare(name, this);
        RegisterOutputs();
    }

    /// <summary>Where feedback is published.</summary>
    public Aws.Sns.Topic Topic { get; }

    /// <summary>The feedback that is not recorded yet.</summary>
    public ReliableQueue Queue { get; }

    private Aws.Sns.Topic CreateTopic(string name, SesParts parts)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var topic = new Aws.Sns.Topic(name, new()
        {
            DisplayName = $"feedback {Deployment.Instance.StackName}",
            KmsMasterKeyId = TopicKey.Create(
                $"{name}-key",
                "Encrypts feedback on its way to the queue",
                this,
                parts.Sms is null ? [("EncryptFeedback", Ses)] : [("EncryptFeedback", Ses), ("EncryptTexts", Sms)]).KeyId,
        }, asChild);
        _ = new Aws.Sns.TopicPolicy($"{name}-policy", new()
        {
            Arn = topic.Arn,
            Policy = PolicyDocument.Allow(
            [
                Publish("PublishFeedback", Ses, topic, ("aws:SourceArn", parts.Email.Messages.Arn)),
                // Answers come of a number or pool, and events of the configuration set: which, the service does not document.
                .. parts.Sms is null ? [] : new[] { Publish("PublishTexts", Sms, topic) },
                Statement.OnlyOverTls("sns:Publish", topic.Arn),
            ]),
        }, asChild);
        return topic;
    }

    private static Statement Publish(
        string sid, string service, Aws.Sns.Topic topic, params IReadOnlyList<(string Key, Input<string> Value)> conditions) => new(sid)
        {
            Service = service,
            Actions = ["sns:Publish"],
            Resources = [topic.Arn],
            Conditions = new Dictionary<string, IReadOnlyDictionary<string, Input<string>>>
            {
                ["StringEquals"] = conditions.Prepend(("aws:SourceAccount", OutputArn.Account(topic.Arn)))
                .ToDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal),
            },
        };

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

    // What did not arrive, and for numbers that do not exist who gets no more. What did arrive would be many times as much.
    private void CreateDestination(string name, SmsSending sms, Aws.Sns.Topic topic, Resource subscription) =>
        _ = new Aws.Pinpoint.Smsvoicev2EventDestination($"{name}-destination", new()
        {
            ConfigurationSetName = sms.Messages.Name,
            EventDestinationName = "feedback",
            MatchingEventTypes =
            {
                "TEXT_INVALID", "TEXT_INVALID_MESSAGE", "TEXT_UNREACHABLE", "TEXT_CARRIER_UNREACHABLE", "TEXT_BLOCKED",
                "TEXT_CARRIER_BLOCKED", "TEXT_SPAM", "TEXT_UNKNOWN", "TEXT_TTL_EXPIRED", "TEXT_PROTECT_BLOCKED",
            },
            SnsDestination = new Aws.Pinpoint.Inputs.Smsvoicev2EventDestinationSnsDestinationArgs { TopicArn = topic.Arn },
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
