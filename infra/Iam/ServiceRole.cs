using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Iam;

/// <summary>A role that one service takes on, and the one policy that says what it may do with it.</summary>
internal static class ServiceRole
{
    /// <param name="name">Begins the names of both.</param>
    /// <param name="trust">Which service may take it on.</param>
    /// <param name="parent">Parent of both.</param>
    /// <param name="statements">What the role may do.</param>
    /// <returns>The role, and the policy, which a resource has to wait for that uses the role at once.</returns>
    public static (Aws.Iam.Role Role, Aws.Iam.RolePolicy Policy) Create(
        string name, Statement trust, Resource parent, params IEnumerable<Statement> statements)
    {
        var asChild = new CustomResourceOptions { Parent = parent };
        var role = new Aws.Iam.Role($"{name}-role", new() { AssumeRolePolicy = PolicyDocument.Allow(trust) }, asChild);
        var policy = new Aws.Iam.RolePolicy($"{name}-policy", new() { Role = role.Id, Policy = PolicyDocument.Allow(statements) }, asChild);
        return (role, policy);
    }
}
