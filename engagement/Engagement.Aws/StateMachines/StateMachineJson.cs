using System.Text.Json.Serialization;

namespace Engagement.Aws.StateMachines;

/// <summary>The JSON of what state machines are started with.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExecutionInput))]
internal sealed partial class StateMachineJson : JsonSerializerContext;
