using System.Text.Json.Nodes;
using Engagement.Local.DynamoDb.Protocol;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>One operation.</summary>
/// <param name="Name">As in <c>X-Amz-Target</c> after its prefix; also the IAM action's name.</param>
/// <param name="Execute">Does what a request's body asks for.</param>
internal sealed record DynamoOperation(string Name, Func<JsonObject, JsonObject> Execute)
{
    /// <param name="name">As in <c>X-Amz-Target</c>.</param>
    /// <param name="members">What its requests hold, in the order in which AWS tells what is wrong with them.</param>
    /// <param name="execute">Does it.</param>
    public DynamoOperation(string name, IReadOnlyList<WireMember> members, Func<DynamoCall, JsonObject> execute)
        : this(name, body => execute(new(body, members)))
    {
    }
}
