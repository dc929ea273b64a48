using Engagement.Local.Aws;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Engagement.Local.Resources;

namespace Engagement.Local.ApiGateway.Execution;

/// <summary>
/// Reads what a function with a proxy integration answers: <c>statusCode</c>, <c>headers</c>, <c>multiValueHeaders</c>, <c>body</c> and
/// <c>isBase64Encoded</c>, all of them optional, and nothing else. As recorded in localstack's
/// test_aws_proxy_response_payload_format_validation.
/// </summary>
internal static class ProxyAnswer
{
    private static readonly string[] Known = ["statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded", "statusDescription"];

    /// <summary>
    /// The answer to the caller, or null where the function's is malformed. A body in base64 stays so: APIs here have no binary media
    /// types.
    /// </summary>
    public static StageResponse? Read(ReadOnlyMemory<byte> payload)
    {
        using var document = Parse(payload);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } answer
            || answer.EnumerateObject().Any(member => !Known.Contains(member.Name)))
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };
        return Status(answer) is { } status && Body(answer) is { } body && TryReadHeaders(answer, headers)
            ? new(status, headers, Encoding.UTF8.GetBytes(body))
            : null;
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            // Half a surrogate pair would be found late, when a text is read.
            _ = WireJson.Parse(payload.Span);
            return JsonDocument.Parse(payload);
        }
        catch (JsonException)
        {
            // Malformed, which is what null says.
            return null;
        }
    }

    /// <summary>The status, 200 where there is none; it may be a number in a text.</summary>
    private static int? Status(JsonElement answer) => Member(answer, "statusCode") is not { } status ? 200
        : int.TryParse(status.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 100 and <= 599 ? number
        : null;

    private static string? Body(JsonElement answer) => Member(answer, "body") is not { } body ? ""
        : body.ValueKind == JsonValueKind.String ? body.GetString()
        : null;

    private static bool TryReadHeaders(JsonElement answer, Dictionary<string, string> headers)
    {
        var several = Members(answer, "multiValueHeaders");
        var single = Members(answer, "headers");
        if (several is null || single is null
            || several.Exists(header =>
                header.Value.ValueKind != JsonValueKind.Array || header.Value.EnumerateArray().Any(value => Text(value) is null))
            || single.Exists(header => Text(header.Value) is null))
        {
            return false;
        }

        foreach (var group in several
            .SelectMany(header => header.Value.EnumerateArray(), (header, value) => (header.Name, Value: Text(value)!))
            .Concat(single.Select(header => (header.Name, Value: Text(header.Value)!)))
            .GroupBy(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase))
        {
            // Removed first, so that the spelling is the function's.
            headers.Remove(group.Key);
            headers[group.Key] = string.Join(", ", group);
        }

        return true;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static List<JsonProperty>? Members(JsonElement answer, string name) => Member(answer, name) is not { } member ? []
        : member.ValueKind == JsonValueKind.Object ? [.. member.EnumerateObject()]
        : null;

    private static JsonElement? Member(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}
