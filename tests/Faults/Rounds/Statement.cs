namespace Faults.Tests.Rounds;

/// <summary>A value of a customer's attribute that the pixel was told, and answered with success.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Name">The attribute.</param>
/// <param name="Value">The value.</param>
/// <param name="At">When.</param>
internal sealed record Statement(int Customer, string Name, string Value, DateTimeOffset At);
