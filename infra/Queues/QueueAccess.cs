using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Queues;

/// <summary>The one policy that SQS keeps of a queue: whatever else it says, it refuses everybody who does not come over TLS.</summary>
internal static class QueueAccess
{
    /// <param name="name">Name of the policy.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="parent">Whose part it is.</param>
    /// <param name="statements">Who may do what, beside those whose own policies say so.</param>
    public static void Create(string name, Aws.Sqs.Queue queue, Resource parent, params IEnumerable<Statement> statements) =>
        _ = new Aws.Sqs.QueuePolicy(name, new()
        {
            QueueUrl = queue.Url,
            Policy = PolicyDocument.Allow([.. statements, Statement.OnlyOverTls("sqs:*", queue.Arn)]),
        }, new CustomResourceOptions { Parent = parent });
}
