using System.Collections.Immutable;

namespace Engagement.Local.Aws;

/// <summary>A request that a service has understood but not yet carried out: what it would do, to what, and how.</summary>
/// <param name="Name">The operation, such as <c>PutEvents</c>.</param>
/// <param name="Action">The IAM action that allows it, such as <c>mobiletargeting:PutEvents</c>.</param>
/// <param name="Resources">ARNs that the action must be allowed on; at least one, <c>*</c> for actions without resource.</param>
/// <param name="ExecuteAsync">Does it.</param>
internal sealed record AwsOperation(
    string Name,
    string Action,
    IReadOnlyList<string> Resources,
    Func<CancellationToken, Task<AwsResponse>> ExecuteAsync)
{
    /// <summary>What conditions can ask of this request alone, by the service's own keys, such as <c>ses:FromAddress</c>.</summary>
    public IReadOnlyDictionary<string, string> ConditionValues { get; init; } = ImmutableDictionary<string, string>.Empty;
}
