using Infra.Tests.StackProgram;

namespace Infra.Tests.Policies.Rules;

/// <summary>
/// A service that assumes a role does so for this account alone, and uses a key or a queue for this account's resources alone.
/// </summary>
internal sealed class TrustNamesTheAccount : IPolicyRule
{
    private const string Account = "123456789012";

    // In trust policies alone, and only services that name no account that they act for.
    private static readonly (string Service, string Why)[] Explained =
    [
        ("apigateway.amazonaws.com", "it gives no aws:SourceAccount when it assumes a role, and a condition refuses everything: "
            + "docs/decisions/security-rules.md"),
    ];

    public IEnumerable<string> Violations(DeclaredGraph graph) =>
    [
        .. from role in graph.Of("aws:iam/role:Role")
           from statement in PolicyStatement.In(role, "assumeRolePolicy")
           where statement.Allows && !NamesAccount(statement, "sts:ExternalId")
               && !Explained.Any(known => statement.Principals.SequenceEqual([known.Service]))
           select $"{role.Name} trusts {string.Join(", ", statement.Principals)} on behalf of anybody",
        .. from statement in graph.ResourceStatements()
           where statement.Allows && statement.Principals.Any(IsService) && !NamesAccount(statement)
           select $"{statement} trusts {string.Join(", ", statement.Principals)} on behalf of anybody",
    ];

    private static bool IsService(string principal) => principal.EndsWith(".amazonaws.com", StringComparison.Ordinal);

    private static bool NamesAccount(PolicyStatement statement, string? other = null) =>
        statement.HasCondition("StringEquals", "aws:SourceAccount", Account)
        || (other is not null && statement.HasCondition("StringEquals", other, Account))
        || statement.Conditions("ArnEquals", "aws:SourceArn").Any(arn => arn.Split(':') is [_, _, _, _, Account, ..]);
}
