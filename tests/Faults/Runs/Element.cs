namespace Faults.Tests.Runs;

/// <summary>A part of a run that can be left out while the others stay as they are.</summary>
/// <param name="Minute">Minutes from the round's beginning.</param>
internal abstract record Element(int Minute);
