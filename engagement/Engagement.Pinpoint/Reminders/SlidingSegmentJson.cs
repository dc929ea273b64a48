using System.Text.Json.Serialization;

namespace Engagement.Pinpoint.Reminders;

/// <summary>JSON in functions' environment variables.</summary>
[JsonSerializable(typeof(OrderedDictionary<string, SlidingSegment>))]
internal sealed partial class SlidingSegmentJson : JsonSerializerContext;
