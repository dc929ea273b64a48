using Engagement.Journeys;

namespace Engagement.Definitions.Journeys;

/// <summary>A step of a journey in its graph, its start or its end.</summary>
/// <param name="Id">Letters, digits and <c>_</c>; once in a graph.</param>
/// <param name="Position">Which step; null for the start and the end.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">What it does, in a few words. It may hold names of events, with any characters.</param>
public sealed record JourneyNode(string Id, StepPosition? Position, JourneyNodeKind Kind, string Label);
