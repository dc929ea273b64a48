namespace Engagement.Pinpoint.Events;

/// <summary>Outcome of one event or endpoint.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Message">The service's words; they may quote what was sent.</param>
public readonly record struct ItemOutcome(ItemStatus Status, string? Message);
