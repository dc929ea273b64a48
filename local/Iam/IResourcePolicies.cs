namespace Engagement.Local.Iam;

/// <summary>The policies on the resources of one service.</summary>
internal interface IResourcePolicies
{
    /// <summary>The statements of a resource's policy; none where it has no policy, or is not of this service.</summary>
    IReadOnlyList<PolicyStatement> PoliciesOf(string resourceArn);
}
