using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.Sqs.Protocol;

/// <summary>AWS JSON 1.0, as current SDKs and tools speak it.</summary>
internal sealed class JsonProtocol : ISqsProtocol
{
    public const string TargetHeader = "X-Amz-Target";
    private const string TargetPrefix = "AmazonSQS.";
    private const string ContentType = "application/x-amz-json-1.0";

    /// <summary>Text goes out as it is, as AWS sends it.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public SqsCall Read(AwsRequest request)
    {
        var target = request.Header(TargetHeader) ?? "";
        if (!target.StartsWith(TargetPrefix, StringComparison.Ordinal))
        {
            throw SqsError.Create(
                "UnknownOperationException", $"The target '{target}' is no operation of SQS; they begin with {TargetPrefix}");
        }

        return new(target[TargetPrefix.Length..], Parameters(request), request.Caller);
    }

    public AwsResponse Result(AwsRequest request, string operation, JsonObject result) => Answer(200, result, []);

    public AwsResponse Error(AwsRequest request, AwsException error) => Answer(
        (int)error.Status,
        new() { ["__type"] = $"com.amazonaws.sqs#{error.Code}", ["message"] = error.Message },
        [
            KeyValuePair.Create(
                "x-amzn-query-error", $"{SqsError.QueryCode(error.Code)};{((int)error.Status < 500 ? "Sender" : "Receiver")}")
        ]);

    private static JsonObject Parameters(AwsRequest request)
    {
        try
        {
            return request.Body.IsEmpty ? [] : WireJson.Parse(request.Body.Span, oncePerName: true) as JsonObject ?? throw Malformed();
        }
        catch (JsonException)
        {
            throw Malformed();
        }
    }

    private static AwsException Malformed() =>
        SqsError.Create("SerializationException", "The request body is not a JSON object of UTF-8 texts in which each member stands once.");

    private static AwsResponse Answer(int status, JsonObject body, IEnumerable<KeyValuePair<string, string>> headers) =>
        AwsResponse.Text(status, ContentType, body.ToJsonString(Plain)) with
        {
            Headers = new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase)
            {
                ["x-amzn-RequestId"] = Guid.NewGuid().ToString()
            },
        };
}
