using Engagement.Infra.Configuration;
using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>The topic of all alarms of an environment, encrypted. Operators subscribe to it.</summary>
internal sealed class AlarmTopic : ComponentResource
{
    private const string CloudWatch = "cloudwatch.amazonaws.com";

    // The least that KMS allows: the key protects messages that are delivered within seconds.
    private const int KeyDeletionDays = 7;

    public AlarmTopic(string name, AlarmSettings settings, ComponentResourceOptions? options = null)
        : base("engagement:observability:AlarmTopic", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        Topic = new Aws.Sns.Topic(name, new()
        {
            DisplayName = $"engagement {Deployment.Instance.StackName}",
            KmsMasterKeyId = CreateKey($"{name}-key", asChild).KeyId,
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

    // The account's own key for SNS does not let CloudWatch in, and its policy cannot be changed.
    private static Aws.Kms.Key CreateKey(string name, CustomResourceOptions asChild)
    {
        var key = new Aws.Kms.Key(name, new()
        {
            Description = "Encrypts alarms on their way to the topic's subscribers",
            EnableKeyRotation = true,
            DeletionWindowInDays = KeyDeletionDays,
        }, asChild);
        _ = new Aws.Kms.KeyPolicy($"{name}-policy", new()
        {
            KeyId = key.KeyId,
            // In a key's own policy, the asterisk is that key.
            Policy = PolicyDocument.Allow(
                // Without its account's root a key can never be managed again.
                new Statement("LeaveToAccount")
                {
                    Identity = OutputArn.Account(key.Arn).Apply(account => $"arn:aws:iam::{account}:root"),
                    Actions = ["kms:*"],
                    Resources = ["*"],
                },
                // Which alarms may publish is said by the topic's policy, and both have to allow it.
                new Statement("EncryptAlarms")
                {
                    Service = CloudWatch,
                    Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
                    Resources = ["*"],
                    Conditions = Statement.Condition("StringEquals", "aws:SourceAccount", OutputArn.Account(key.Arn)),
                }),
        }, asChild);
        return key;
    }
}
