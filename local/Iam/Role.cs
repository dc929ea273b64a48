using System.Collections.Immutable;

namespace Engagement.Local.Iam;

/// <summary>An IAM role.</summary>
/// <param name="Name">Its name, without path.</param>
/// <param name="Arn">Its ARN, path included.</param>
/// <param name="Trust">Who may assume it.</param>
internal sealed record Role(string Name, string Arn, IReadOnlyList<PolicyStatement> Trust)
{
    /// <summary>What it may do.</summary>
    public ImmutableList<RolePolicy> Policies { get; init; } = [];
}
