using System.Text;
using System.Text.Json;

namespace PublishCompanyEvent;

/// <summary>What a REST API's proxy integration hands in, as far as it matters here.</summary>
/// <param name="Id">The API's id of the request.</param>
/// <param name="Body">The request's body; null when there is none, or it is no text.</param>
internal sealed record GatewayRequest(string Id, string? Body)
{
    /// <summary>The header <c>Content-Type</c>; null when there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>ARN of the role's session that signed the request, which the gateway verified; null when it does not say.</summary>
    public string? Caller { get; init; }

    /// <summary>Reads an invocation's payload; null when it is not from a REST API.</summary>
    public static GatewayRequest? Of(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object
        && payload.TryGetProperty("requestContext", out var context)
        && context.ValueKind == JsonValueKind.Object
        && Text(context, "requestId") is { } id
            ? new(id, BodyOf(payload)) { ContentType = Header(payload, "Content-Type"), Caller = CallerIn(context) }
            : null;

    private static string? CallerIn(JsonElement context) =>
        context.TryGetProperty("identity", out var identity) && identity.ValueKind == JsonValueKind.Object ? Text(identity, "userArn") : null;

    // A gateway hands headers on in the spelling of whoever sent them.
    private static string? Header(JsonElement payload, string name) =>
        payload.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object
            ? headers.EnumerateObject().FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Value.ValueKind: JsonValueKind.String } found
                ? found.Value.GetString()
                : null
            : null;

    private static string? BodyOf(JsonElement payload)
    {
        var body = Text(payload, "body");
        return body is not null && payload.TryGetProperty("isBase64Encoded", out var encoded) && encoded.ValueKind == JsonValueKind.True ? Decoded(body) : body;
    }

    private static string? Decoded(string body)
    {
        var bytes = new byte[body.Length];
        return Convert.TryFromBase64String(body, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
