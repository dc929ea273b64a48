using Engagement.Local.Aws;

namespace Local.Tests;

/// <summary>Roles that trust every service, for tests that are not about trust.</summary>
internal sealed class TrustingRoles : IRoleAssumption
{
    public Principal Assume(string roleArn, Principal service, string session) => Principal.Role(roleArn, session);
}
