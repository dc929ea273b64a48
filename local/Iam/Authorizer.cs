using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.Iam;

/// <summary>
/// Decides whether a caller may do something, as AWS does within one account. What any policy denies is denied. Otherwise a role needs a
/// statement that allows it, in its own policies or in the resource's. A service that acts for itself needs one in the resource's. The
/// account itself needs none. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
/// </summary>
internal sealed class Authorizer(CloudContext cloud, Roles roles)
{
    private readonly List<ResourcePolicyDocuments> resourcePolicies = [];
    private readonly ConcurrentDictionary<(string Role, string Policy, string Sid, string Action), long> uses = new();

    /// <summary>Has a service's resource policies decide too; for use before the first call.</summary>
    public void Add(IResourcePolicies policies) => resourcePolicies.Add(new(policies));

    /// <summary>
    /// Each action that roles were given by policies of the stack's own, used or not, in order of role, policy and statement.
    /// </summary>
    public IReadOnlyList<Permission> Permissions() =>
    [
        .. from role in roles.All
           from policy in role.Policies
           where !policy.Managed
           from statement in policy.Statements
           where statement.Allows
           from action in statement.Actions
           select new Permission(
               role.Arn, policy.Name, statement.Sid, action, uses.GetValueOrDefault((role.Arn, policy.Name, statement.Sid, action))),
    ];

    /// <summary>Returns if the caller may take the action on each of the resources.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="action">The IAM action.</param>
    /// <param name="resources">ARNs that it acts on.</param>
    /// <param name="conditionValues">Values of the service's own condition keys; none by default.</param>
    /// <returns>What allows it on the first resource; null where that is the resource's policy, or the caller is the account.</returns>
    /// <exception cref="AwsException">It may not.</exception>
    public AllowingStatement? Demand(
        Principal caller, string action, IReadOnlyList<string> resources, IReadOnlyDictionary<string, string>? conditionValues = null)
    {
        if (caller.Kind == PrincipalKind.Anonymous)
        {
            throw new AwsException(HttpStatusCode.Forbidden, "MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        var request = new RequestContext(caller, cloud) { OfService = conditionValues ?? ImmutableDictionary<string, string>.Empty };
        var deciding = resources.Select(resource => Decide(request, action, resource)).ToList();
        foreach (var (statement, pattern) in deciding.OfType<(AllowingStatement, string)>())
        {
            uses.AddOrUpdate((caller.Name, statement.Policy, statement.Sid, pattern), 1, (_, count) => count + 1);
        }

        return deciding.FirstOrDefault()?.Statement;
    }

    /// <summary>What in the role's own policies allows it, or null where the resource's policy does.</summary>
    private (AllowingStatement Statement, string Pattern)? Decide(RequestContext request, string action, string resource)
    {
        var caller = request.Caller;
        (AllowingStatement, string)? allowing = null;
        foreach (var (policy, statement) in StatementsOf(caller))
        {
            if (statement.Match(action, resource, request) is not { } pattern)
            {
                continue;
            }

            if (!statement.Allows)
            {
                throw AccessDenied.Explicit(caller, action, resource, "identity-based");
            }

            allowing ??= (new(policy.Name, statement.Sid, statement.Actions, statement.Resources), pattern);
        }

        // Asked even where the role's own policies allow it, for the resource's may deny it.
        return ResourceAllows(request, action, resource) || allowing is not null || caller.Kind == PrincipalKind.Account
            ? allowing
            : throw AccessDenied.Implicit(caller, action, resource);
    }

    private IEnumerable<(RolePolicy Policy, PolicyStatement Statement)> StatementsOf(Principal caller) =>
        caller.Kind == PrincipalKind.Role
            ? roles.PoliciesOf(caller.Name).SelectMany(policy => policy.Statements, (policy, statement) => (policy, statement))
            : [];

    private bool ResourceAllows(RequestContext request, string action, string resource)
    {
        var caller = request.Caller;
        var speaking =
            resourcePolicies.SelectMany(policies => policies.PoliciesOf(resource))
                .Where(statement => statement.Match(action, resource, request) is not null)
                .ToList();
        return speaking.Exists(statement => !statement.Allows && statement.Principals!.Include(caller))
            ? throw AccessDenied.Explicit(caller, action, resource, "resource-based")
            : speaking.Exists(statement => statement.Allows && statement.Principals!.Name(caller));
    }
}
