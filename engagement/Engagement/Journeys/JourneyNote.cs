namespace Engagement.Journeys;

/// <summary>What became of a customer at one step of a journey. It holds nothing of the customer, so that log lines may show it.</summary>
/// <param name="At">When it was decided.</param>
/// <param name="Journey">Name of the journey.</param>
/// <param name="Version">The version, see <see cref="Definitions.Journeys.JourneyVersion.Id"/>.</param>
/// <param name="Entry">Id of the event that let the customer in, or that did not.</param>
/// <param name="Step">The step, see <see cref="StepPosition"/>; empty for what concerns the journey as a whole.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why, one of <see cref="JourneyReason"/> or a code of sending; null where the outcome says it.</param>
/// <param name="Template">The message's template, where the step sends one.</param>
public sealed record JourneyNote(
    DateTimeOffset At,
    string Journey,
    string Version,
    string Entry,
    string Step,
    JourneyOutcome Outcome,
    string? Reason = null,
    string? Template = null);
