namespace Engagement.Local.Iam;

/// <summary>
/// An action that a statement of a role's own policies allows, and how often a call needed it, as <c>/_local/permissions</c> shows it.
/// </summary>
/// <param name="Role">The role's ARN.</param>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Sid">The statement in it.</param>
/// <param name="Action">The action as the statement writes it.</param>
/// <param name="Used">
/// Allowed calls that this action decided. Where several would have allowed a call, the first counts: the others are not needed.
/// </param>
internal sealed record Permission(string Role, string Policy, string Sid, string Action, long Used);
