using System.Text.Json.Nodes;
using Engagement.Local.Sqs.Protocol;

namespace Engagement.Local.Sqs.Operations;

/// <summary>One operation of SQS on one queue.</summary>
/// <param name="Action">The IAM action that allows it.</param>
/// <param name="ExecuteAsync">Does it.</param>
internal sealed record SqsOperation(string Action, Func<Queue, SqsCall, CancellationToken, Task<JsonObject>> ExecuteAsync)
{
    /// <summary>An operation that is done at once.</summary>
    public SqsOperation(string action, Func<Queue, SqsCall, JsonObject> execute)
        : this(action, (queue, call, _) => Task.FromResult(execute(queue, call)))
    {
    }
}
