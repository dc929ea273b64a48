using System.Text.Json;

namespace Infra.Tests.Policies.Rules;

/// <summary>
/// The value of an encrypted setting is in Secrets Manager and nowhere else: not in an environment variable, a description, an output.
/// </summary>
internal sealed class SecretsStaySecret : IPolicyRule
{
    private const string SecretVersion = "aws:secretsmanager/secretVersion:SecretVersion";

    public IEnumerable<string> Violations(DeclaredGraph graph) =>
        from key in graph.Configuration.SecretKeys
        let value = JsonSerializer.Serialize(graph.Configuration.Values[key]).Trim('"')
        from resource in graph.Resources
        where resource.Type != SecretVersion && DeclaredGraph.Json(resource).GetRawText().Contains(value, StringComparison.Ordinal)
        select $"{resource.Name} holds the value of {key}";
}
