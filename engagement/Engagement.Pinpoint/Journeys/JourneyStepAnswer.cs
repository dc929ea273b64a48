using System.Text.Json.Nodes;
using Engagement.Journeys;

namespace Engagement.Pinpoint.Journeys;

/// <summary>How a participant goes on.</summary>
/// <param name="Customer">What to write before it is answered; the same instance as before when nothing is to be written.</param>
/// <param name="Notes">What to tell of it, once it is written.</param>
/// <param name="Answer">See <see cref="JourneyAnswer"/>; null ends the passage.</param>
public sealed record JourneyStepAnswer(CustomerJourneys Customer, IReadOnlyList<JourneyNote> Notes, JsonObject? Answer)
    : JourneyDecision(Customer, Notes);
