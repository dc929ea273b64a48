using System.Text.Json.Serialization;
using Engagement.Definitions.Journeys;

namespace Engagement.Definitions;

/// <summary>
/// The journeys, as functions get them: checked where the stack is declared, then staged as JSON beside the function's code. The store of
/// versions keeps a journey in the same form.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    // Pulumi sorts the members of what it hands on, so that what tells the kind of a step may come later.
    AllowOutOfOrderMetadataProperties = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JourneyCatalog))]
[JsonSerializable(typeof(Journey))]
public sealed partial class JourneysJson : JsonSerializerContext;
