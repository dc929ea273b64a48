using System.Text.Json.Serialization;
using SlideReminders.Sliding;

namespace SlideReminders;

/// <summary>JSON of what Lambda hands in and takes back, and of the function's environment, generated at build time: native AOT has no reflection to do it with.</summary>
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(SlideAnswer))]
[JsonSerializable(typeof(Dictionary<string, SlidingSegment>))]
internal sealed partial class LambdaJsonContext : JsonSerializerContext;
