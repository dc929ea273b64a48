using System.Text.Json.Nodes;

namespace Infra.Tests.Policies.Rules;

/// <summary>Everything is tagged with its project and its environment, so that costs and owners can be told apart.</summary>
internal sealed class DefaultTags : IPolicyRule
{
    private const string Setting = "aws:defaultTags";

    public IEnumerable<string> Violations(DeclaredGraph graph)
    {
        var tags = graph.Configuration.Values.TryGetValue(Setting, out var text) ? JsonNode.Parse(text)?["tags"] : null;
        return
        [
            .. tags?["project"]?.GetValue<string>() == "engagement"
                ? Array.Empty<string>()
                : [$"{Setting} has no tag project with the value engagement"],
            .. tags?["environment"]?.GetValue<string>() == graph.Configuration.Stack
                ? Array.Empty<string>()
                : [$"{Setting} has no tag environment with the value {graph.Configuration.Stack}"],
        ];
    }
}
