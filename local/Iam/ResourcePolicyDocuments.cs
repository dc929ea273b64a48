using System.Collections.Concurrent;

namespace Engagement.Local.Iam;

/// <summary>Resource policies of a service that keeps them as JSON.</summary>
/// <param name="documentOf">A resource's policy document by the resource's ARN; null where it has none, or is not of this service.</param>
internal sealed class ResourcePolicyDocuments(Func<string, string?> documentOf) : IResourcePolicies
{
    // Policies change seldom and are asked for at every call.
    private readonly ConcurrentDictionary<string, IReadOnlyList<PolicyStatement>> read = new(StringComparer.Ordinal);

    public IReadOnlyList<PolicyStatement> PoliciesOf(string resourceArn) => documentOf(resourceArn) is { Length: > 0 } document
        ? read.GetOrAdd(document, static text => PolicyReader.Read(text, PolicyKind.Resource))
        : [];
}
