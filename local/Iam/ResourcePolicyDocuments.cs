using System.Collections.Concurrent;
using Engagement.Local.Aws;

namespace Engagement.Local.Iam;

/// <summary>The statements of the policies that a service's resources have.</summary>
internal sealed class ResourcePolicyDocuments(IResourcePolicies service)
{
    // Policies change seldom and are asked for at every call.
    private readonly ConcurrentDictionary<string, IReadOnlyList<PolicyStatement>> read = new(StringComparer.Ordinal);

    /// <summary>The statements of a resource's policy; none where it has no policy, or is not of this service.</summary>
    public IReadOnlyList<PolicyStatement> PoliciesOf(string resourceArn) => service.PolicyOf(resourceArn) is { Length: > 0 } document
        ? read.GetOrAdd(document, static text => PolicyReader.Read(text, PolicyKind.Resource))
        : [];
}
