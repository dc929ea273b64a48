namespace Engagement.Definitions.Journeys;

/// <summary>A way from one place of a journey's graph to another.</summary>
/// <param name="From">Id of the <see cref="JourneyNode"/> that it leaves.</param>
/// <param name="To">Id of the <see cref="JourneyNode"/> that it leads to.</param>
/// <param name="Label">When customers go this way, such as <c>yes</c> or <c>90 %</c>; null for the only way.</param>
public sealed record JourneyEdge(string From, string To, string? Label = null);
