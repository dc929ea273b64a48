namespace CompatGenerator.AwsSdk;

/// <summary>An enumeration: text with known values.</summary>
internal sealed record Enumeration(string Name, IReadOnlyList<string> Values);
