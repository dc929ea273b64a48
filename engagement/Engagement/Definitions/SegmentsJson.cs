using System.Text.Json.Serialization;
using Engagement.Definitions.Segments;

namespace Engagement.Definitions;

/// <summary>
/// The segments, as functions get it: checked where the stack is declared, then staged as JSON beside the function's code.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SegmentCatalog))]
public sealed partial class SegmentsJson : JsonSerializerContext;
