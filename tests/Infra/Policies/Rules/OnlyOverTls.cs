namespace Infra.Tests.Policies.Rules;

/// <summary>Where a queue, a topic or a bucket has a policy, it refuses everybody who does not come over TLS. Keys are not reachable otherwise.</summary>
internal sealed class OnlyOverTls : IPolicyRule
{
    private static readonly string[] Types = ["aws:sqs/queuePolicy:QueuePolicy", "aws:sns/topicPolicy:TopicPolicy", "aws:s3/bucketPolicy:BucketPolicy"];

    public IEnumerable<string> Violations(DeclaredGraph graph) =>
    [
        .. from policy in graph.ResourceStatements().GroupBy(statement => statement.Policy)
           where Types.Contains(policy.Key.Type) && !policy.Any(RefusesPlainText)
           select $"{policy.Key.Name} lets requests in that are not encrypted",
        .. from bucket in graph.Of("aws:s3/bucket:Bucket")
           where !graph.Of("aws:s3/bucketPolicy:BucketPolicy").Any(policy => policy.Text("bucket") == $"{bucket.Name}-id")
           select $"{bucket.Name} is a bucket without a policy",
    ];

    private static bool RefusesPlainText(PolicyStatement statement) =>
        !statement.Allows && statement.Principals.SequenceEqual(["*"]) && statement.HasCondition("Bool", "aws:SecureTransport", "false");
}
