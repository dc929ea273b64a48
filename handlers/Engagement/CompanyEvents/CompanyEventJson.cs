using System.Text.Json.Serialization;

namespace Engagement.CompanyEvents;

/// <summary>The JSON of what the route answers, and of what goes between functions.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CompanyEventReceipt))]
[JsonSerializable(typeof(CompanyEventErrors))]
[JsonSerializable(typeof(WriteMessage))]
public sealed partial class CompanyEventJson : JsonSerializerContext;
