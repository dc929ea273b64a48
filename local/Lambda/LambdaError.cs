using System.Globalization;
using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.Lambda;

/// <summary>The errors of Lambda's service model, by name.</summary>
internal static class LambdaError
{
    public const string Throttled = "TooManyRequestsException";

    /// <summary>There is no such function.</summary>
    public static AwsException NotFound(string arn) =>
        new(HttpStatusCode.NotFound, "ResourceNotFoundException", $"Function not found: {arn}");

    /// <summary>All the concurrency that the function may use is in use.</summary>
    public static AwsException TooManyRequests() => new(HttpStatusCode.TooManyRequests, Throttled, "Rate Exceeded.");

    /// <summary>A function or statement of that name exists.</summary>
    public static AwsException Conflict(string message) => new(HttpStatusCode.Conflict, "ResourceConflictException", message);

    /// <summary>A parameter has a value that Lambda or this cloud does not take.</summary>
    public static AwsException InvalidParameter(string message) =>
        new(HttpStatusCode.BadRequest, "InvalidParameterValueException", message);

    /// <summary>The payload is no JSON.</summary>
    public static AwsException InvalidContent(string problem) =>
        new(HttpStatusCode.BadRequest, "InvalidRequestContentException", $"Could not parse request body into json: {problem}");

    /// <summary>The payload is larger than Lambda takes.</summary>
    public static AwsException TooLarge(int bytes, string invocationType, int limit) => new(
        HttpStatusCode.RequestEntityTooLarge,
        "RequestTooLargeException",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{bytes} byte payload is too large for the {invocationType} invocation type (limit {limit} bytes)"));

    /// <summary>Lambda has more operations than this cloud.</summary>
    public static AwsException UnknownOperation(string method) =>
        new(
            HttpStatusCode.NotFound,
            "UnknownOperationException",
            $"This local cloud's Lambda has no operation for this path and {method}; it has Invoke.");
}
