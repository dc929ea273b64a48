namespace Faults.Tests.Invariants;

/// <summary>Something that should hold after a round, and does not.</summary>
/// <param name="Invariant">What should hold.</param>
/// <param name="Problem">What is wrong.</param>
internal sealed record Violation(string Invariant, string Problem)
{
    public override string ToString() => $"{Invariant}: {Problem}";
}
