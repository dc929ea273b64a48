namespace Engagement.Local.Iam;

/// <summary>The statement of a role's own policies that allowed a call; the first where several do.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Sid">The statement in it.</param>
/// <param name="Actions">The actions that it allows, as it writes them.</param>
/// <param name="Resources">The resources that it allows them on, as it writes them.</param>
internal sealed record AllowingStatement(string Policy, string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources);
