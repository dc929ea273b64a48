namespace Engagement.Cli.Journeys.Replay;

/// <summary>What other definitions change for one customer.</summary>
/// <param name="Gone">Messages that would no longer come, or not at this time.</param>
/// <param name="New">Messages that would newly come, or newly at this time.</param>
internal sealed record ReplayDifference(IReadOnlyList<ReplayedMessage> Gone, IReadOnlyList<ReplayedMessage> New);
