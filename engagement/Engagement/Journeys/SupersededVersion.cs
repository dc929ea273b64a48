namespace Engagement.Journeys;

/// <summary>A version that nobody enters any more.</summary>
/// <param name="Version">The version, see <see cref="Definitions.Journeys.JourneyVersion.Id"/>.</param>
/// <param name="Until">By when each customer has left it.</param>
public sealed record SupersededVersion(string Version, DateTimeOffset Until);
