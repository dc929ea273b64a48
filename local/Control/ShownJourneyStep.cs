namespace Engagement.Local.Control;

/// <summary>A step of a journey as the control API shows it, the journey's start or its end.</summary>
/// <param name="Id">Letters, digits and <c>_</c>: the edges name it.</param>
/// <param name="Position">The step's position, as log lines and the history have it; null for the start and the end.</param>
/// <param name="Kind">Such as <c>send</c>, <c>wait</c>, <c>start</c>.</param>
/// <param name="Label">What it does, in a few words.</param>
/// <param name="Customers">How many customers are there.</param>
internal sealed record ShownJourneyStep(string Id, string? Position, string Kind, string Label, int Customers);
