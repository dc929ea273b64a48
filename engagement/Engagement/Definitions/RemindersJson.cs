using System.Text.Json.Serialization;
using Engagement.Definitions.Reminders;

namespace Engagement.Definitions;

/// <summary>
/// The reminders, as functions get it: checked where the stack is declared, then staged as JSON beside the function's code.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReminderCatalog))]
public sealed partial class RemindersJson : JsonSerializerContext;
