using System.Text.Json.Serialization;

namespace ShowSubscriptions;

/// <summary>What a REST API's proxy integration takes for an answer: a page.</summary>
internal sealed record GatewayAnswer
{
    /// <summary>200, 404 or 503.</summary>
    [JsonPropertyName("statusCode")]
    public required int StatusCode { get; init; }

    /// <summary>
    /// Headers. No other site learns the page's address, which lets its holder choose; no script runs, and the form goes nowhere else.
    /// </summary>
    [JsonPropertyName("headers")]
    public IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>
    {
        ["Content-Type"] = "text/html; charset=utf-8",
        ["Cache-Control"] = "no-store",
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "no-referrer",
        ["Content-Security-Policy"] =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    };

    /// <summary>The page.</summary>
    [JsonPropertyName("body")]
    public required string Body { get; init; }
}
