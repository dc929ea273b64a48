namespace Engagement.Local.Control;

/// <summary>A journey that a customer is in.</summary>
/// <param name="EndpointId">The endpoint that the journey's messages go to.</param>
/// <param name="Journey">The journey.</param>
/// <param name="Version">The version that the customer entered.</param>
/// <param name="Position">The step that comes next, as <c>/_local/journeys</c> has it.</param>
/// <param name="At">When the event happened that let the customer in.</param>
/// <param name="Due">When the step is due.</param>
internal sealed record ShownEntry(
    string EndpointId, string Journey, string Version, string Position, DateTimeOffset At, DateTimeOffset Due);
