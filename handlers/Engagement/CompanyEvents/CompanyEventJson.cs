using System.Text.Json.Serialization;

namespace Engagement.CompanyEvents;

/// <summary>The JSON of what the route answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CompanyEventReceipt))]
[JsonSerializable(typeof(CompanyEventErrors))]
public sealed partial class CompanyEventJson : JsonSerializerContext;
