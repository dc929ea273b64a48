using Engagement.Infra.Configuration;
using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>The topic of all alarms of an environment, encrypted. Operators subscribe to it.</summary>
internal sealed class AlarmTopic : ComponentResource
{
    private const string CloudWatch = "cloudwatch.amazonaws.com";

    public AlarmTopic(string name, AlarmSettings settings, ComponentResourceOptions? options = null)
        : base("engagement:observability:AlarmTopic", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        Topic = new Aws.Sns.Topic(name, new()
        {
            DisplayName = $"engagement {Deployment.Instance.StackName}",
            KmsMasterKeyId = TopicKey.Create(
                $"{name}-key", "Encrypts alarms on their way to the topic's subscribers", this, ("EncryptAlarms", CloudWatch)).KeyId,
        }, asChild);
        _ = new Aws.Sns.TopicPolicy($"{name}-policy", new()
        {
            Arn = Topic.Arn,
            Policy = PolicyDocument.Allow(
                new Statement("TellOfAlarms")
                {
                    Service = CloudWatch,
                    Actions = ["sns:Publish"],
                    Resources = [Topic.Arn],
                    Conditions = Statement.Condition("StringEquals", "aws:SourceAccount", OutputArn.Account(Topic.Arn)),
                },
                Statement.OnlyOverTls("sns:Publish", Topic.Arn)),
        }, asChild);
        if (settings.Email is { } email)
        {
            _ = new Aws.Sns.TopicSubscription($"{name}-email", new() { Topic = Topic.Arn, Protocol = "email", Endpoint = email }, asChild);
        }

        RegisterOutputs();
    }

    public Aws.Sns.Topic Topic { get; }
}
