namespace Engagement.CompanyEvents.Runs;

/// <summary>A run's audience, or why the run cannot be sent.</summary>
/// <param name="Audience">The audience; null when there is none.</param>
/// <param name="Problem">Why there is none: a code; null when there is one.</param>
public sealed record FoundAudience(RunAudience? Audience, string? Problem);
