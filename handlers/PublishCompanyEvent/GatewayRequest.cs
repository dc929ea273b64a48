using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Engagement;

namespace PublishCompanyEvent;

/// <summary>What a REST API's proxy integration hands in, as far as it matters here.</summary>
/// <param name="Id">The API's id of the request.</param>
/// <param name="Body">The request's body; null when there is none, or it is no text.</param>
internal sealed record GatewayRequest(string Id, string? Body)
{
    /// <summary>Whether there is a body that is no text, such as bytes that are not UTF-8.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The header <c>Content-Type</c>; null when there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>ARN of the role's session that signed the request, which the gateway verified; null when it does not say.</summary>
    public string? Caller { get; init; }

    /// <summary>Reads an invocation's payload; null when it is not from a REST API.</summary>
    public static GatewayRequest? Read(JsonElement payload) =>
        JsonText.Member(payload, "requestContext") is { ValueKind: JsonValueKind.Object } context
        && JsonText.Read(context, "requestId") is { } id
            ? new(
                id,
                BodyOf(payload, out var isBroken))
            {
                ContentType = Header(payload, "Content-Type"),
                IsBroken = isBroken,
                Caller = CallerIn(context),
            }
            : null;

    private static string? CallerIn(JsonElement context) => JsonText.Read(JsonText.Member(context, "identity"), "userArn");

    // A gateway hands headers on in the spelling of the caller.
    private static string? Header(JsonElement payload, string name) =>
        JsonText.Member(payload, "headers") is { ValueKind: JsonValueKind.Object } headers
            ? headers.EnumerateObject()
                .Where(header => name.Equals(JsonText.NameOf(header), StringComparison.OrdinalIgnoreCase))
                .Select(header => JsonText.Read(header.Value))
                .FirstOrDefault()
            : null;

    private static string? BodyOf(JsonElement payload, out bool isBroken)
    {
        var body = JsonText.Read(payload, "body");
        var text = body is not null && JsonText.Member(payload, "isBase64Encoded").ValueKind == JsonValueKind.True ? Decoded(body) : body;
        isBroken = text is null && JsonText.Member(payload, "body").ValueKind == JsonValueKind.String;
        return text;
    }

    private static string? Decoded(string body)
    {
        var bytes = new byte[body.Length];
        return Convert.TryFromBase64String(body, bytes, out var length) && Utf8.IsValid(bytes.AsSpan(0, length))
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }
}
