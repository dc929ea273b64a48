namespace CompatGenerator.AwsSdk.Schemas;

/// <summary>An operation; method and path belong to REST protocols only.</summary>
internal sealed record Operation(string Name, string? Method, string? Path, string? Input, string? Output);
