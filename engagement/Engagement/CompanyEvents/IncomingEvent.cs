using System.Text.Json;

namespace Engagement.CompanyEvents;

/// <summary>A company event as it came in, not checked yet. What is absent is undefined.</summary>
internal readonly record struct IncomingEvent(JsonElement Name, JsonElement Id, JsonElement Attributes, string OtherwiseId);
