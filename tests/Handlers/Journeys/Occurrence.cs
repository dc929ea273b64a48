namespace Handlers.Tests.Journeys;

/// <summary>An event of the customer, and when the queue delivers it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="At">When it happened, after the world's start.</param>
/// <param name="Delays">How much later each delivery comes; the first one first.</param>
public sealed record Occurrence(string Id, string Type, TimeSpan At, IReadOnlyList<TimeSpan> Delays);
