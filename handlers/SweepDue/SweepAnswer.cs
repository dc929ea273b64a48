using System.Text.Json.Serialization;

namespace SweepDue;

/// <summary>What the function answers; only an operator who calls it by hand reads it.</summary>
/// <param name="Swept">The names of the sweeps that came to their end.</param>
internal sealed record SweepAnswer([property: JsonPropertyName("swept")] IReadOnlyList<string> Swept);
