namespace Engagement.Pinpoint.Events;

/// <summary>What Pinpoint answered a call that came through: each item has an outcome of its own.</summary>
/// <param name="Events">Outcome by event id. An event without one counts as <see cref="ItemStatus.Failed"/>.</param>
/// <param name="Endpoints">
/// Outcome of the endpoint's update by endpoint id, in any case. An update of a user without one counts as <see cref="ItemStatus.Failed"/>.
/// </param>
public sealed record BatchAnswer(IReadOnlyDictionary<string, ItemOutcome> Events, IReadOnlyDictionary<string, ItemOutcome> Endpoints);
