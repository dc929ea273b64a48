using System.Text.Json.Serialization;
using Engagement.Definitions.Templates;

namespace Engagement.Definitions;

/// <summary>
/// The e-mails of message templates by the templates' names, as functions get it: checked where the stack is declared, then staged as JSON
/// beside the function's code.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, EmailMessage>))]
public sealed partial class TemplatesJson : JsonSerializerContext;
