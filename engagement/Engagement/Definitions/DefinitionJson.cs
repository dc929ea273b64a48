using System.Text.Json.Serialization;
using Engagement.Definitions.Announcements;
using Engagement.Definitions.Reminders;

namespace Engagement.Definitions;

/// <summary>Definitions as functions get them: checked where the stack is declared, then staged as JSON beside the function's code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TrackingPlan))]
[JsonSerializable(typeof(AnnouncementCatalog))]
[JsonSerializable(typeof(ReminderCatalog))]
public sealed partial class DefinitionJson : JsonSerializerContext;
