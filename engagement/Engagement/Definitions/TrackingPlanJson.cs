using System.Text.Json.Serialization;

namespace Engagement.Definitions;

/// <summary>
/// The tracking plan, as functions get it: checked where the stack is declared, then staged as JSON beside the function's code.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TrackingPlan))]
public sealed partial class TrackingPlanJson : JsonSerializerContext;
