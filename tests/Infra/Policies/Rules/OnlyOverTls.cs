using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Rules;

/// <summary>
/// Every queue, topic and bucket refuses everybody who does not come over TLS. Keys, tables and functions are not reachable otherwise.
/// </summary>
internal sealed class OnlyOverTls : IPolicyRule
{
    private static readonly Protected[] Kinds =
    [
        new(
            "aws:sqs/queue:Queue",
            "aws:sqs/queuePolicy:QueuePolicy",
            "sqs:*",
            (policy, queue) => policy.Text("queueUrl").EndsWith($"/{queue}", StringComparison.Ordinal)),
        new(
            "aws:sns/topic:Topic",
            "aws:sns/topicPolicy:TopicPolicy",
            "sns:Publish",
            (policy, topic) => policy.Text("arn").EndsWith($":{topic}", StringComparison.Ordinal)),
        new(
            "aws:s3/bucket:Bucket",
            "aws:s3/bucketPolicy:BucketPolicy",
            "s3:*",
            (policy, bucket) => policy.Text("bucket") == $"{bucket}-id"),
    ];

    public IEnumerable<string> Violations(DeclaredGraph graph) =>
        from kind in Kinds
        from resource in graph.Of(kind.Type)
        let policies = graph.Of(kind.PolicyType).Where(policy => kind.Belongs(policy, resource.Name)).ToList()
        // AWS keeps one policy of a resource: of two, the later takes the place of the other.
        where policies.Count != 1
            || !PolicyStatement.In(policies[0], "policy").Any(statement => Refuses(statement, kind.Action, resource.Name))
        select $"{resource.Name} lets requests in that are not encrypted";

    private static bool Refuses(PolicyStatement statement, string action, string name) =>
        !statement.Allows && statement.Principals.SequenceEqual(["*"]) && statement.Actions.Contains(action)
        && statement.Resources.Any(resource => resource.EndsWith($":{name}", StringComparison.Ordinal))
        && statement.HasCondition("Bool", "aws:SecureTransport", "false");

    /// <summary>Something that has a policy of its own.</summary>
    /// <param name="Type">Its type.</param>
    /// <param name="PolicyType">The type of its policy.</param>
    /// <param name="Action">What the policy has to refuse.</param>
    /// <param name="Belongs">Whether a policy is that of the resource of this name.</param>
    private sealed record Protected(string Type, string PolicyType, string Action, Func<Registered, string, bool> Belongs);
}
