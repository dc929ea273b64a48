using System.Text.Json.Serialization;

namespace Engagement.Aws.StateMachines;

/// <summary>The JSON of what goes to the bus.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EventDetail))]
public sealed partial class BusJson : JsonSerializerContext;
