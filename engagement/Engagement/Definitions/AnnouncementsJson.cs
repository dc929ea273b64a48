using System.Text.Json.Serialization;
using Engagement.Definitions.Announcements;

namespace Engagement.Definitions;

/// <summary>
/// The announcements, as functions get it: checked where the stack is declared, then staged as JSON beside the function's code.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnnouncementCatalog))]
public sealed partial class AnnouncementsJson : JsonSerializerContext;
