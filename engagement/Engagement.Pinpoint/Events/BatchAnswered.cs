namespace RecordPixelEvents.Recording;

/// <summary>The call came through, and each item has an outcome of its own.</summary>
/// <param name="Events">Outcome by event id. An event without one counts as <see cref="ItemStatus.Failed"/>.</param>
/// <param name="Endpoints">Outcome of the endpoint's update by endpoint id, in any case. An update of a user without one counts as <see cref="ItemStatus.Failed"/>.</param>
internal sealed record BatchAnswered(IReadOnlyDictionary<string, ItemOutcome> Events, IReadOnlyDictionary<string, ItemOutcome> Endpoints) : BatchOutcome;
