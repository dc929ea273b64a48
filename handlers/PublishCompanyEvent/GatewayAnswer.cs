using System.Text.Json.Serialization;

namespace PublishCompanyEvent;

/// <summary>What a REST API's proxy integration takes for an answer.</summary>
internal sealed record GatewayAnswer
{
    /// <summary>200, 202, 400 or 503.</summary>
    [JsonPropertyName("statusCode")]
    public required int StatusCode { get; init; }

    /// <summary>Headers.</summary>
    [JsonPropertyName("headers")]
    public IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>
    {
        ["Content-Type"] = "application/json",
        ["Cache-Control"] = "no-store",
        ["X-Content-Type-Options"] = "nosniff",
    };

    /// <summary>
    /// JSON: <see cref="Engagement.CompanyEvents.CompanyEventReceipt"/> or <see cref="Engagement.CompanyEvents.CompanyEventErrors"/>.
    /// </summary>
    [JsonPropertyName("body")]
    public required string Body { get; init; }
}
