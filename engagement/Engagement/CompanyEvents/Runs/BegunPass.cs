namespace Engagement.CompanyEvents.Runs;

/// <summary>What came of beginning a run's pass.</summary>
/// <param name="Pass">The pass that the run is in.</param>
/// <param name="HasToQueue">Whether its shares are to be queued: not for a run that has ended, or whose shares are queued.</param>
public sealed record BegunPass(int Pass, bool HasToQueue);
