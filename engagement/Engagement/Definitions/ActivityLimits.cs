using Engagement.Definitions.Journeys;

namespace Engagement.Definitions;

/// <summary>How many activities of a platform a journey may take.</summary>
/// <param name="Most">Most activities of one journey.</param>
/// <param name="Of">How many a journey takes.</param>
/// <param name="Costs">What takes how many, as an error says it: <c>each send 1, each wait 1</c>.</param>
public sealed record ActivityLimits(int Most, Func<Journey, int> Of, string Costs);
