namespace Engagement.Local.Aws;

/// <summary>A service whose resources have policies of their own, which decide beside the caller's.</summary>
internal interface IResourcePolicies
{
    /// <summary>A resource's policy document, JSON. Null where the resource has none, or is not of this service.</summary>
    string? PolicyOf(string resourceArn);
}
