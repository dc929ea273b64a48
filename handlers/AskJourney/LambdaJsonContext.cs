using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AskJourney;

/// <summary>JSON of what Lambda hands in and takes back, generated at build time: native AOT has no reflection to do it with.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class LambdaJsonContext : JsonSerializerContext;
