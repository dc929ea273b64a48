namespace Faults.Tests.Invariants;

/// <summary>A message that may come, once.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="Occasion">What it is of; see <see cref="Occasions"/>.</param>
/// <param name="IsSure">Whether it has to come.</param>
internal sealed record Expected(int Customer, string Occasion, bool IsSure);
