using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EchoFunction;

/// <summary>What it answers.</summary>
internal sealed record Answer(
    [property: JsonPropertyName("process")] int Process,
    [property: JsonPropertyName("requestId")] string RequestId,
    [property: JsonPropertyName("text")] string? Text = null,
    [property: JsonPropertyName("number")] long? Number = null,
    [property: JsonPropertyName("variables")] SortedDictionary<string, string>? Variables = null,
    [property: JsonPropertyName("tf")] JsonObject? Tf = null,
    [property: JsonPropertyName("now")] DateTimeOffset? Now = null,
    [property: JsonPropertyName("machine")] DateTimeOffset? Machine = null);
