using System.Text.Json.Serialization;

namespace Engagement.Reminders.Shares;

/// <summary>The JSON of what goes between functions.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReminderShare))]
internal sealed partial class ReminderSharesJson : JsonSerializerContext;
