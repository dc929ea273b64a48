using Infra.Tests.Policies.Scanners;

namespace Infra.Tests.Policies.Rules;

/// <summary>
/// Of the rules of cdk-nag, Checkov and Security Hub that are tried here, none fires but those that docs/decisions/security-rules.md
/// accepts.
/// </summary>
internal sealed class ScannersFindNothingElse : IPolicyRule
{
    public IEnumerable<string> Violations(DeclaredGraph graph) =>
        from rule in ScannerCatalog.Rules
        let unknown = rule.Ids.Except(RulesPage.Accepted).ToList()
        where unknown.Count > 0
        from resource in rule.Finds(graph)
        select $"{resource.Name} breaks {string.Join(", ", unknown)}";
}
