namespace Engagement.Definitions.Journeys;

/// <summary>One way of a <see cref="JourneyStep.Split"/>.</summary>
/// <param name="Percent">How many of a hundred entries go this way, 1 to 99.</param>
/// <param name="Steps">The steps; without any, these customers get nothing of the split.</param>
public sealed record SplitShare(int Percent, IReadOnlyList<JourneyStep> Steps);
