namespace Engagement.Definitions.Journeys;

/// <summary>Steps that were read.</summary>
/// <param name="Steps">Those without a mistake.</param>
/// <param name="Sent">The templates that any way to their end may have sent.</param>
/// <param name="Count">How many the file has, those inside others and those with a mistake included.</param>
internal sealed record ReadSteps(IReadOnlyList<JourneyStep> Steps, IReadOnlyList<string> Sent, int Count);
