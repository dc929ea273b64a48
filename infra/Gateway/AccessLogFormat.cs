using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Infra.Gateway;

/// <summary>
/// What API Gateway logs of each request: everything that an operator needs, and nothing about a visitor. There is no IP address, no user
/// agent and no query string, which holds all that a visitor did.
/// </summary>
internal sealed record AccessLogFormat
{
    private const string IntegrationStatus = "$context.integration.status";

    /// <summary>For an API that stores requests in a queue.</summary>
    public static AccessLogFormat ForQueue { get; } = new() { QueueStatus = IntegrationStatus };

    /// <summary>
    /// For an API that calls a function for callers that AWS knows. Callers are roles and not visitors; the function's log has the event's
    /// id.
    /// </summary>
    public static AccessLogFormat ForFunction { get; } = new() { FunctionStatus = IntegrationStatus, Caller = "$context.identity.userArn" };

    public string RequestId { get; } = "$context.requestId";

    public string At { get; } = "$context.requestTimeEpoch";

    public string Method { get; } = "$context.httpMethod";

    public string Path { get; } = "$context.resourcePath";

    public string Status { get; } = "$context.status";

    public string Latency { get; } = "$context.responseLatency";

    public string? QueueStatus { get; private init; }

    public string? FunctionStatus { get; private init; }

    public string Error { get; } = "$context.error.responseType";

    public string? Caller { get; private init; }

    public string ToJson() => JsonSerializer.Serialize(this, AccessLogJson.Default.AccessLogFormat);
}

/// <summary>Writes it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccessLogFormat))]
internal sealed partial class AccessLogJson : JsonSerializerContext;
