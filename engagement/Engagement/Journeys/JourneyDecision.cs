namespace Engagement.Journeys;

/// <summary>What a decision makes of <see cref="CustomerJourneys"/>. It holds once it is written upon what was read.</summary>
/// <param name="Customer">What to write; the same instance as before when nothing is to be written.</param>
/// <param name="Notes">What to tell of it, once it is written.</param>
/// <param name="Message">The message to send, once it is written; null when none is.</param>
public record JourneyDecision(CustomerJourneys Customer, IReadOnlyList<JourneyNote> Notes, JourneyMessage? Message = null);
