using Engagement.Local.Aws;
namespace Engagement.Local.Iam;

/// <summary>One statement of a policy, read as AWS reads it by <see cref="PolicyReader"/>.</summary>
internal sealed record PolicyStatement
{
    /// <summary>The statement's id, or its place in the policy, such as <c>#2</c>, where it has none.</summary>
    public required string Sid { get; init; }

    public required bool Allows { get; init; }

    /// <summary>The callers that the statement is about. Null in an identity policy, which is about the role that has it.</summary>
    public PolicyPrincipals? Principals { get; init; }

    /// <summary>Patterns; the case of letters does not matter.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Patterns; empty in a trust policy, which is about the role that has it.</summary>
    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>All must be met.</summary>
    public required IReadOnlyList<StatementCondition> Conditions { get; init; }

    /// <summary>The first of the action patterns that covers the action, if the statement is about this request at all.</summary>
    public string? Match(string action, string? resource, RequestContext context) =>
        Actions.FirstOrDefault(pattern => Wildcard.Matches(pattern, action, ignoreCase: true)) is { } matching
        && (resource is null || Resources.Any(pattern => Wildcard.Matches(pattern, resource)))
        && Conditions.All(condition => condition.IsMet(context))
            ? matching
            : null;
}
