namespace Engagement.Local.Aws;

/// <summary>Temporary credentials of a role.</summary>
/// <param name="AccessKeyId">Twenty characters, <c>ASIA…</c>; what a signature shows.</param>
/// <param name="SecretAccessKey">Forty characters.</param>
/// <param name="SessionToken">What must be sent along with a signature.</param>
internal sealed record RoleCredentials(string AccessKeyId, string SecretAccessKey, string SessionToken)
{
    /// <summary>The access key alone: the rest is secret.</summary>
    public override string ToString() => AccessKeyId;
}
