using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EchoFunction;

/// <summary>What the function is to do.</summary>
internal sealed record Command(
    [property: JsonPropertyName("do")] string? Do,
    [property: JsonPropertyName("text")] string? Text,
    [property: JsonPropertyName("number")] int Number,
    [property: JsonPropertyName("tf")] JsonObject? Tf);
