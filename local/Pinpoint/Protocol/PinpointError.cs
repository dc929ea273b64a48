using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>The errors of Pinpoint's service model, by name. Their texts name limits and members, never a caller's values.</summary>
internal static class PinpointError
{
    /// <summary>The request is malformed or breaks a limit.</summary>
    public static AwsException BadRequest(string message) => new(HttpStatusCode.BadRequest, "BadRequestException", message);

    /// <summary>There is no such application, endpoint, user or channel.</summary>
    public static AwsException NotFound(string what) => new(HttpStatusCode.NotFound, "NotFoundException", $"Resource not found: {what}");

    /// <summary>The path exists, but not with that HTTP method.</summary>
    public static AwsException MethodNotAllowed(string method) =>
        new(HttpStatusCode.MethodNotAllowed, "MethodNotAllowedException", $"{method} is not allowed for this resource.");

    /// <summary>The body is larger than Pinpoint takes.</summary>
    public static AwsException PayloadTooLarge(int limit) =>
        new(HttpStatusCode.RequestEntityTooLarge, "PayloadTooLargeException", $"The request body is larger than {limit} bytes.");

    /// <summary>The operation was asked for more often than its rate allows.</summary>
    public static AwsException TooManyRequests(string operation) =>
        new(HttpStatusCode.TooManyRequests, "TooManyRequestsException", $"Rate exceeded for {operation}.");

    /// <summary>Pinpoint has the operation, this local cloud has not.</summary>
    public static AwsException NotImplemented(string operation) =>
        new(HttpStatusCode.NotImplemented, "NotImplementedException", $"Pinpoint's {operation} is not done by this local cloud yet.");

    /// <summary>Pinpoint itself has no such route.</summary>
    public static AwsException UnknownOperation(string method) =>
        new(HttpStatusCode.NotFound, "UnknownOperationException", $"Pinpoint has no operation for this path and {method}.");
}
