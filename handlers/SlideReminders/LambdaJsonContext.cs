using System.Text.Json.Serialization;

namespace SlideReminders;

/// <summary>JSON of what Lambda hands in and takes back, generated at build time: native AOT has no reflection to do it with.</summary>
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(SlideAnswer))]
internal sealed partial class LambdaJsonContext : JsonSerializerContext;
