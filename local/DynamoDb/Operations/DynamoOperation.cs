using System.Text.Json.Nodes;

namespace Engagement.Local.DynamoDb.Operations;

/// <summary>One operation.</summary>
/// <param name="Name">As in <c>X-Amz-Target</c> after its prefix; also the IAM action's name.</param>
/// <param name="Execute">Does it.</param>
internal sealed record DynamoOperation(string Name, Func<DynamoCall, JsonObject> Execute);
