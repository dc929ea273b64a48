using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.StepFunctions.Data;

namespace Engagement.Local.StepFunctions.Integrations;

/// <summary>Invocations of functions. An error that the function throws is the Task's, by the name of its type.</summary>
internal static class LambdaIntegration
{
    /// <summary><c>states:::lambda:invoke</c>: the result tells status and version, too.</summary>
    public static Integration Invoke { get; } = new()
    {
        SigningName = "lambda",
        ErrorPrefix = "Lambda",
        Request = (parameters, caller) => Request($"{parameters["FunctionName"] ?? throw StateError.Runtime("The parameter FunctionName is missing.")}", parameters["Payload"], $"{parameters["InvocationType"] ?? "RequestResponse"}", caller),
        Result = response => new JsonObject
        {
            ["ExecutedVersion"] = response.Headers.GetValueOrDefault("X-Amz-Executed-Version"),
            ["Payload"] = Payload(response),
            ["StatusCode"] = response.StatusCode,
        },
    };

    /// <summary>A function's own ARN: its input and result are the Task's.</summary>
    public static Integration Direct(string arn) => new()
    {
        SigningName = "lambda",
        ErrorPrefix = "Lambda",
        TakesAny = true,
        Request = (parameters, caller) => Request(arn, parameters, "RequestResponse", caller),
        Result = Payload,
    };

    private static AwsRequest Request(string function, JsonNode? payload, string invocationType, Principal caller) => new()
    {
        Method = "POST",
        Path = $"/2015-03-31/functions/{Uri.EscapeDataString(function)}/invocations",
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Amz-Invocation-Type"] = invocationType, ["Content-Type"] = "application/json" },
        Body = Encoding.UTF8.GetBytes(payload?.ToJsonString(AwsJson.Plain) ?? "{}"),
        Caller = caller,
    };

    private static JsonNode? Payload(AwsResponse response)
    {
        var payload = Read(response);
        return response.Headers.ContainsKey("X-Amz-Function-Error")
            ? throw new StateException((payload as JsonObject)?["errorType"]?.ToString() ?? "Lambda.Unknown", payload?.ToJsonString(AwsJson.Plain) ?? "")
            : payload;
    }

    private static JsonNode? Read(AwsResponse response)
    {
        try
        {
            return response.Body.IsEmpty ? null : LenientJson.Parse(response.Body.Span);
        }
        catch (JsonException)
        {
            // The exception's own text may quote the answer.
            throw StateError.Runtime("The function's answer is not JSON of UTF-8 texts.");
        }
    }
}
