using System.Text.Json.Serialization;

namespace Engagement.Local.Faults;

/// <summary>Faults as JSON: camelCase, no member that is not known, none that is unset.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(IReadOnlyList<FaultState>))]
internal sealed partial class FaultJson : JsonSerializerContext;
