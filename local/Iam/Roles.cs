using System.Collections.Concurrent;
using System.Collections.Immutable;
using Engagement.Local.Cloud;

namespace Engagement.Local.Iam;

/// <summary>IAM roles and what their policies allow.</summary>
internal sealed class Roles(CloudContext context) : IResourceProvider
{
    // AWS's managed policies that the stack attaches; their text is AWS's, and only their effect here is ours to say.
    private static readonly HashSet<string> ManagedPolicies = new(StringComparer.Ordinal)
    {
        // Access logs are written by this cloud's gateway itself, which asks nobody.
        "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",
    };

    private readonly ConcurrentDictionary<string, string> arns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableList<PolicyStatement>> policies = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes => new Dictionary<string, CreateResource>
    {
        ["aws:iam/role:Role"] = CreateRoleAsync,
        ["aws:iam/rolePolicy:RolePolicy"] = CreatePolicyAsync,
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = AttachAsync,
    };

    /// <summary>The statements of all identity policies of a role; none for a role that does not exist.</summary>
    public IReadOnlyList<PolicyStatement> StatementsOf(string roleArn) => policies.GetValueOrDefault(roleArn) ?? [];

    private Task<ResourceState> CreateRoleAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        _ = Read(request, "assumeRolePolicy");
        var name = request.Text("name") ?? PhysicalName.Of(request.Name);
        var arn = $"arn:aws:iam::{context.Account}:role/{name}";
        arns[name] = arn;
        policies.TryAdd(arn, []);
        return Task.FromResult(new ResourceState(name, new Dictionary<string, object> { ["arn"] = arn, ["name"] = name, ["uniqueId"] = $"AROA{name.ToUpperInvariant()}" }));
    }

    private Task<ResourceState> CreatePolicyAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var role = request.RequiredText("role");
        if (!arns.TryGetValue(role, out var arn))
        {
            throw request.Invalid("role", $"names '{role}', a role that does not exist");
        }

        var statements = Read(request, "policy");
        policies.AddOrUpdate(arn, [.. statements], (_, present) => present.AddRange(statements));
        var name = request.Text("name") ?? PhysicalName.Of(request.Name);
        return Task.FromResult(new ResourceState($"{role}:{name}", new Dictionary<string, object> { ["name"] = name }));
    }

    private static Task<ResourceState> AttachAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var policy = request.RequiredText("policyArn");
        return ManagedPolicies.Contains(policy)
            ? Task.FromResult(new ResourceState($"{request.RequiredText("role")}-{request.Name}", new Dictionary<string, object>()))
            : throw request.Invalid("policyArn", $"names '{policy}', a managed policy whose content this local cloud does not know");
    }

    private static IReadOnlyList<PolicyStatement> Read(ResourceRequest request, string key)
    {
        try
        {
            return PolicyStatement.ReadAll(request.RequiredText(key));
        }
        catch (FormatException e)
        {
            throw request.Invalid(key, $"is not a policy this local cloud can evaluate: {e.Message}");
        }
    }
}
