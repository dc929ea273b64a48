using System.Text.Json.Serialization;

namespace PublishCompanyEvent.EventBus;

/// <summary>The JSON of what goes to the bus.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EventDetail))]
internal sealed partial class BusJson : JsonSerializerContext;
