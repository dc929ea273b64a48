using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Observability;

/// <summary>
/// The key of a topic that an AWS service publishes to. The account's own key for SNS does not let services in, and its policy cannot be
/// changed.
/// </summary>
internal static class TopicKey
{
    // The least that KMS allows: the key protects messages that are delivered within seconds.
    private const int KeyDeletionDays = 7;

    /// <param name="name">Name of the key.</param>
    /// <param name="description">What it encrypts.</param>
    /// <param name="parent">Parent of the key.</param>
    /// <param name="services">The services that publish, by what for: letters and digits.</param>
    public static Aws.Kms.Key Create(
        string name, string description, Resource parent, params IReadOnlyList<(string Purpose, string Service)> services)
    {
        var asChild = new CustomResourceOptions { Parent = parent };
        var key = new Aws.Kms.Key(name, new()
        {
            Description = description,
            EnableKeyRotation = true,
            DeletionWindowInDays = KeyDeletionDays,
        }, asChild);
        _ = new Aws.Kms.KeyPolicy($"{name}-policy", new()
        {
            KeyId = key.KeyId,
            // In a key's own policy, the asterisk is that key.
            Policy = PolicyDocument.Allow(
            [
                // Without its account's root a key can never be managed again.
                new Statement("LeaveToAccount")
                {
                    Identity = OutputArn.Account(key.Arn).Apply(account => $"arn:aws:iam::{account}:root"),
                    Actions = ["kms:*"],
                    Resources = ["*"],
                },
                // What may be published is said by the topic's policy, and both have to allow it.
                .. services.Select(each => new Statement(each.Purpose)
                {
                    Service = each.Service,
                    Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
                    Resources = ["*"],
                    Conditions = Statement.Condition("StringEquals", "aws:SourceAccount", OutputArn.Account(key.Arn)),
                }),
            ]),
        }, asChild);
        return key;
    }
}
