using System.Collections.Immutable;

namespace Engagement.Local.Iam;

/// <summary>A policy on a role.</summary>
/// <param name="Name">Its name, or the ARN of a managed one.</param>
/// <param name="Managed">Whether its text is AWS's, so that no change here can make it narrower.</param>
/// <param name="Statements">What it says.</param>
internal sealed record RolePolicy(string Name, bool Managed, ImmutableList<PolicyStatement> Statements);
