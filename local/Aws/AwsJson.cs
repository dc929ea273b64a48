using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Local.Aws;

/// <summary>AWS JSON: <c>X-Amz-Target</c> names the operation, bodies are JSON objects.</summary>
/// <param name="Version"><c>1.0</c> or <c>1.1</c>.</param>
/// <param name="TargetPrefix">What stands before the operation, its dot included, such as <c>DynamoDB_20120810.</c>.</param>
internal sealed record AwsJson(string Version, string TargetPrefix)
{
    private const string TargetHeader = "X-Amz-Target";

    /// <summary>Text goes out as it is, as AWS sends it.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    /// <summary>The namespace before an error's name, its <c>#</c> included; several services send none.</summary>
    public string ErrorNamespace { get; init; } = "";

    private string ContentType => $"application/x-amz-json-{Version}";

    /// <summary>The operation that a request names; empty where it names none of this service.</summary>
    public string Operation(AwsRequest request) =>
        request.Header(TargetHeader) is { } target && target.StartsWith(TargetPrefix, StringComparison.Ordinal)
            ? target[TargetPrefix.Length..]
            : "";

    /// <summary>A request's body.</summary>
    /// <exception cref="AwsException">It is not a JSON object, names a member twice, or holds what is no text.</exception>
    public static JsonObject Body(AwsRequest request)
    {
        try
        {
            return WireJson.Parse(request.Body.Span, oncePerName: true) as JsonObject ?? throw Malformed();
        }
        catch (JsonException)
        {
            // The exception's own text may quote what stands around the mistake.
            throw Malformed();
        }
    }

    /// <summary>A request to the service, from a part of this cloud.</summary>
    public AwsRequest Request(Principal caller, string operation, JsonNode body) => new()
    {
        Method = "POST",
        Path = "/",
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [TargetHeader] = TargetPrefix + operation,
            ["Content-Type"] = ContentType
        },
        Body = JsonSerializer.SerializeToUtf8Bytes(body, Plain),
        Caller = caller,
    };

    /// <summary>The answer that carries a result.</summary>
    public AwsResponse Result(JsonObject result) => Answer(200, result);

    /// <summary>The answer that tells of an error, with the error's own members beside its message.</summary>
    public AwsResponse Error(AwsException error)
    {
        var body = new JsonObject { ["__type"] = ErrorNamespace + error.Code, ["message"] = error.Message };
        foreach (var (name, value) in error.Members ?? [])
        {
            body[name] = value?.DeepClone();
        }

        return Answer((int)error.Status, body);
    }

    /// <summary>An error's name as answered, without its namespace; null where the answer is no such error.</summary>
    public static string? ErrorName(JsonNode? answer) =>
        answer is JsonObject json && json["__type"]?.GetValue<string>() is { } type
            ? type[(type.IndexOf('#', StringComparison.Ordinal) + 1)..]
            : null;

    private static AwsException Malformed() => new(
        System.Net.HttpStatusCode.BadRequest, "SerializationException",
        "The request body is not a JSON object of UTF-8 texts in which each member stands once.");

    private AwsResponse Answer(int status, JsonObject body) => AwsResponse.Text(status, ContentType, body.ToJsonString(Plain)) with
    {
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-amzn-RequestId"] = Guid.NewGuid().ToString() },
    };
}
