using System.Text.Json.Serialization;
using Engagement.Definitions.Templates;

namespace Engagement.Definitions;

/// <summary>
/// Message templates by their names, as functions get them: checked where the stack is declared, then staged as JSON
/// beside the function's code.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, MessageTemplate>))]
public sealed partial class TemplatesJson : JsonSerializerContext;
