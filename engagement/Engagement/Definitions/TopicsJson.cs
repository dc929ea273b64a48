using System.Text.Json.Serialization;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions;

/// <summary>
/// The topics, as functions get them: checked where the stack is declared, then staged as JSON beside the function's code.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(TopicCatalog))]
public sealed partial class TopicsJson : JsonSerializerContext;
