using Engagement.Local.Aws;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Local.Lambda.Protocol;

/// <summary>
/// An asynchronous invocation that failed for good, as an on-failure destination gets it:
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
/// </summary>
internal sealed record FailedInvocation
{
    public required string FunctionArn { get; init; }

    /// <summary>When it was given up.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>RetriesExhausted</c> or <c>EventAgeExceeded</c>.</summary>
    public required string Condition { get; init; }

    /// <summary>How often the function ran.</summary>
    public required int Attempts { get; init; }

    /// <summary>What it was given.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>How the last attempt ended; null where it never ran.</summary>
    public required InvocationResult? Last { get; init; }

    public string ToJson()
    {
        var json = new JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = Guid.NewGuid().ToString(),
                ["functionArn"] = $"{FunctionArn}:{FunctionName.Latest}",
                ["condition"] = Condition,
                ["approximateInvokeCount"] = Attempts,
            },
            ["requestPayload"] = Read(Payload),
        };
        if (Last is not null)
        {
            json["responseContext"] = new JsonObject
            {
                ["statusCode"] = 200,
                ["executedVersion"] = FunctionName.Latest,
                ["functionError"] = Last.FunctionError
            };
            json["responsePayload"] = Read(Last.Payload);
        }

        return json.ToJsonString(Aws.AwsJson.Plain);
    }

    // A function may answer what is no JSON; the record of its failure must not fail for that.
    private static JsonNode? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return WireJson.Parse(payload.Span);
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(payload.Span);
        }
    }
}
