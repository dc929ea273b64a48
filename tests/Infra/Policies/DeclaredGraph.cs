using System.Collections.Immutable;
using System.Text.Json;
using Engagement.Local.Configuration;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies;

/// <summary>All that a stack declares, and the configuration that it declares it for.</summary>
internal sealed record DeclaredGraph(StackConfiguration Configuration, IReadOnlyList<Registered> Resources)
{
    private const string RolePolicyType = "aws:iam/rolePolicy:RolePolicy";

    // Policies that stand with what they protect, by the type that declares them, with the input that holds them.
    private static readonly Dictionary<string, string> ResourcePolicyTypes = new()
    {
        ["aws:sqs/queuePolicy:QueuePolicy"] = "policy",
        ["aws:sns/topicPolicy:TopicPolicy"] = "policy",
        ["aws:s3/bucketPolicy:BucketPolicy"] = "policy",
        ["aws:kms/keyPolicy:KeyPolicy"] = "policy",
        ["aws:apigateway/restApiPolicy:RestApiPolicy"] = "policy",
    };

    public IEnumerable<Registered> Of(string type) => Resources.Where(resource => resource.Type == type);

    /// <summary>The statements of roles' own policies.</summary>
    public IEnumerable<PolicyStatement> IdentityStatements() =>
        Of(RolePolicyType).SelectMany(policy => PolicyStatement.In(policy, "policy"));

    /// <summary>The statements of the policies of queues, topics, buckets, keys and APIs.</summary>
    public IEnumerable<PolicyStatement> ResourceStatements() =>
        Resources.Where(resource => ResourcePolicyTypes.ContainsKey(resource.Type))
            .SelectMany(policy => PolicyStatement.In(policy, ResourcePolicyTypes[policy.Type]));

    /// <summary>The same with one more resource.</summary>
    public DeclaredGraph With(string type, string name, params (string Key, object Value)[] inputs) =>
        this with { Resources = [.. Resources, new(type, name, inputs.ToImmutableDictionary(input => input.Key, input => input.Value))] };

    /// <summary>The same with another value of an input of one resource, or with none.</summary>
    public DeclaredGraph Changed(string type, string name, string key, object? value)
    {
        var changed = Resources.Single(resource => resource.Type == type && resource.Name == name);
        var inputs = value is null ? changed.Inputs.Remove(key) : changed.Inputs.SetItem(key, value);
        return this with { Resources = [.. Resources.Where(resource => resource != changed), changed with { Inputs = inputs }] };
    }

    /// <summary>The same without one resource.</summary>
    public DeclaredGraph Without(string type, string name) =>
        this with { Resources = [.. Resources.Where(resource => resource.Type != type || resource.Name != name)] };

    /// <summary>The same with a policy's text changed.</summary>
    public DeclaredGraph Rewritten(string type, string name, string key, string before, string after)
    {
        var text = Resources.Single(resource => resource.Type == type && resource.Name == name).Text(key);
        return text.Contains(before, StringComparison.Ordinal)
            ? Changed(type, name, key, text.Replace(before, after, StringComparison.Ordinal))
            : throw new ArgumentException($"{key} of {name} does not hold {before}: {text}", nameof(before));
    }

    /// <summary>A resource's inputs as JSON, to look for something wherever it may stand.</summary>
    public static JsonElement Json(Registered resource) => JsonSerializer.SerializeToElement(resource.Inputs);
}
