using System.Text.Json.Serialization;

namespace DeployJourneys;

/// <summary>What the function answers. The stack's state keeps it, and nothing reads it.</summary>
/// <param name="Versions">The version that customers enter, by the journey's name.</param>
internal sealed record DeployedJourneys([property: JsonPropertyName("versions")] IReadOnlyDictionary<string, string> Versions);
