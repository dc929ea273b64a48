using Engagement.Infra.Iam;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Queues;

/// <summary>The one policy that SQS keeps of a queue. It always refuses callers that do not use TLS.</summary>
internal static class QueueAccess
{
    /// <param name="name">Name of the policy.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="parent">Parent of the policy.</param>
    /// <param name="statements">Permissions in addition to those in the callers' own policies.</param>
    public static void Create(string name, Aws.Sqs.Queue queue, Resource parent, params IEnumerable<Statement> statements) =>
        _ = new Aws.Sqs.QueuePolicy(name, new()
        {
            QueueUrl = queue.Url,
            Policy = PolicyDocument.Allow([.. statements, Statement.OnlyOverTls("sqs:*", queue.Arn)]),
        }, new CustomResourceOptions { Parent = parent });
}
