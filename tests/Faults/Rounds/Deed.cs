namespace Faults.Tests.Rounds;

/// <summary>An event of a customer that the pixel was told, and answered with success.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Event">The event's type.</param>
/// <param name="At">When.</param>
internal sealed record Deed(int Customer, string Event, DateTimeOffset At);
