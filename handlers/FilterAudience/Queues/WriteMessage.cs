using System.Text.Json.Serialization;

namespace FilterAudience.Queues;

/// <summary>A message of the write queue: <c>{"endpointId":"…","at":"2026-01-31T10:00:00+00:00","userAttributes":{"last_release":["4.2"]}}</c>.</summary>
internal sealed record WriteMessage
{
    [JsonPropertyName("endpointId")]
    public required string EndpointId { get; init; }

    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    [JsonPropertyName("userAttributes")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes { get; init; }
}
