using System.Collections.Concurrent;
using System.Net;
using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.Iam;

/// <summary>IAM roles: who may assume them and what they may do.</summary>
internal sealed class Roles(CloudContext context) : IResourceProvider, IRoleAssumption
{
    private readonly ConcurrentDictionary<string, Role> roles = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes => new Dictionary<string, CreateResource>
    {
        ["aws:iam/role:Role"] = At(CreateRole),
        ["aws:iam/rolePolicy:RolePolicy"] = At(CreatePolicy),
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = At(Attach),
    };

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        ["aws:iam/role:Role"] = new()
        {
            Update = (request, before, _) => Task.FromResult(UpdateRole(request, before)),
            Delete = (role, _) => Do(() => RemoveRole(role)),
        },
        ["aws:iam/rolePolicy:RolePolicy"] = new()
        {
            Update = (request, _, _) => Task.FromResult(CreatePolicy(request)),
            Delete = (policy, _) => Do(() => Remove(policy.Request.RequiredText("role"), policy.Output("name"))),
        },
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = new()
        {
            Delete = (attachment, _) =>
                Do(() => Remove(attachment.Request.RequiredText("role"), attachment.Request.RequiredText("policyArn"))),
        },
    };

    /// <summary>All roles, in order of ARN.</summary>
    public IReadOnlyList<Role> All => [.. roles.Values.OrderBy(role => role.Arn, StringComparer.Ordinal)];

    /// <summary>The identity policies of a role; none for a role that does not exist.</summary>
    public IReadOnlyList<RolePolicy> PoliciesOf(string roleArn) => roles.GetValueOrDefault(roleArn)?.Policies ?? [];

    /// <inheritdoc/>
    public Principal Assume(string roleArn, Principal service, string session)
    {
        const string Action = "sts:AssumeRole";
        var request = new RequestContext(service, context);
        var speaking = (roles.GetValueOrDefault(roleArn)?.Trust ?? [])
            .Where(statement => statement.Match(Action, resource: null, request) is not null)
            .ToList();
        var trusted = speaking.Exists(statement => statement.Allows && statement.Principals!.Name(service))
            && !speaking.Exists(statement => !statement.Allows && statement.Principals!.Include(service));
        return trusted ? Principal.Role(roleArn, session) : throw AssumeRoleError.Create(service.Name, roleArn);
    }

    /// <summary>A role by its name or ARN, or null where there is none.</summary>
    public Role? Find(string nameOrArn) => roles.Values.FirstOrDefault(role => role.Name == nameOrArn || role.Arn == nameOrArn);

    /// <summary>
    /// Lets a role do what a policy allows and nothing else of this policy's name before; makes the role where there is none, one that no
    /// service may assume.
    /// </summary>
    /// <param name="name">The role's name.</param>
    /// <param name="policy">Policy document.</param>
    /// <exception cref="FormatException">It is not a policy that can be evaluated.</exception>
    public Role Allow(string name, string policy)
    {
        var given = new RolePolicy("given", Managed: false, [.. PolicyReader.Read(policy, PolicyKind.Identity)]);
        var role = Find(name) ?? roles.GetOrAdd($"arn:aws:iam::{context.Account}:role/{name}", arn => new Role(name, arn, []));
        Add(role, given);
        return role;
    }

    /// <summary>Takes a statement out of a policy of a role, as editing the policy would; false where there is none such.</summary>
    public bool Revoke(string roleArn, string policy, string sid)
    {
        if (!roles.TryGetValue(roleArn, out var role) || role.Policies.Find(other => other.Name == policy) is not { } found)
        {
            return false;
        }

        var left = found with { Statements = found.Statements.RemoveAll(statement => statement.Sid == sid) };
        return left.Statements.Count < found.Statements.Count
            && roles.TryUpdate(roleArn, role with { Policies = role.Policies.Replace(found, left) }, role);
    }

    /// <summary>Puts a policy of a role as it was before a statement was taken out.</summary>
    public void Restore(string roleArn, RolePolicy policy) => Add(roles[roleArn], policy);

    private static CreateResource At(Func<ResourceRequest, ResourceState> create) => (request, _) => Task.FromResult(create(request));

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private ResourceState UpdateRole(ResourceRequest request, DeployedResource before)
    {
        Known(request);
        var trust = Read(request, "assumeRolePolicy", PolicyKind.Trust);
        var arn = before.Output("arn");
        roles.AddOrUpdate(
            arn, _ => throw new InvalidOperationException($"The role {arn} is gone."), (_, present) => present with { Trust = trust });
        return new(before.Id!, before.Outputs);
    }

    private void RemoveRole(DeployedResource resource)
    {
        var arn = resource.Output("arn");
        if (roles.TryGetValue(arn, out var role) && role.Policies.Count > 0)
        {
            throw new AwsException(
                HttpStatusCode.Conflict,
                "DeleteConflict",
                $"Cannot delete entity, must {(role.Policies[0].Managed ? "detach all" : "delete")} policies first.");
        }

        roles.TryRemove(arn, out _);
    }

    // Gone with its role is gone.
    private void Remove(string roleName, string policyName)
    {
        if (roles.Values.FirstOrDefault(role => role.Name == roleName) is { } role)
        {
            roles.AddOrUpdate(
                role.Arn,
                role,
                (_, present) => present with { Policies = present.Policies.RemoveAll(policy => policy.Name == policyName) });
        }
    }

    private static void Known(ResourceRequest request) =>
        request.Known("assumeRolePolicy", "description", "forceDetachPolicies", "maxSessionDuration", "name", "namePrefix", "path", "tags");

    private ResourceState CreateRole(ResourceRequest request)
    {
        Known(request);
        var name = request.PhysicalName();
        var role = new Role(
            name,
            $"arn:aws:iam::{context.Account}:role{request.Text("path") ?? "/"}{name}",
            Read(request, "assumeRolePolicy", PolicyKind.Trust));
        return roles.TryAdd(role.Arn, role)
            ? new(
                name,
                new Dictionary<string, object> { ["arn"] = role.Arn, ["name"] = name, ["uniqueId"] = $"AROA{name.ToUpperInvariant()}" })
            : throw request.Invalid("name", $"is {name}, and a role of that name exists");
    }

    private ResourceState CreatePolicy(ResourceRequest request)
    {
        request.Known("name", "namePrefix", "policy", "role");
        var role = Existing(request);
        var policy = new RolePolicy(request.PhysicalName(), Managed: false, [.. Read(request, "policy", PolicyKind.Identity)]);
        Add(role, policy);
        return new($"{role.Name}:{policy.Name}", new Dictionary<string, object> { ["name"] = policy.Name });
    }

    private ResourceState Attach(ResourceRequest request)
    {
        request.Known("policyArn", "role");
        var role = Existing(request);
        var arn = request.RequiredText("policyArn");
        Add(role, ManagedPolicies.Find(arn) ?? throw request.Invalid(
            "policyArn",
            $"names '{arn}', a managed policy whose content this local cloud does not know; it knows "
                + $"{string.Join(", ", ManagedPolicies.Arns)}"));
        return new($"{role.Name}-{request.Name}", new Dictionary<string, object>());
    }

    private Role Existing(ResourceRequest request)
    {
        var name = request.RequiredText("role");
        return roles.Values.FirstOrDefault(role => role.Name == name)
            ?? throw request.Invalid("role", $"names '{name}', a role that does not exist");
    }

    // A policy of the same name replaces the one before, as PutRolePolicy does.
    private void Add(Role role, RolePolicy policy) => roles.AddOrUpdate(
        role.Arn,
        _ => throw new InvalidOperationException($"The role {role.Name} is gone."),
        (_, present) => present with { Policies = present.Policies.RemoveAll(other => other.Name == policy.Name).Add(policy) });

    private static IReadOnlyList<PolicyStatement> Read(ResourceRequest request, string key, PolicyKind kind)
    {
        try
        {
            return PolicyReader.Read(request.RequiredText(key), kind);
        }
        catch (FormatException e)
        {
            throw request.Invalid(key, $"is not a policy that this local cloud can evaluate: {e.Message}");
        }
    }
}
