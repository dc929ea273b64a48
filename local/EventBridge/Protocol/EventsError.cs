using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.EventBridge.Protocol;

/// <summary>The errors of EventBridge.</summary>
internal static class EventsError
{
    public static AwsException Validation(string message) => new(HttpStatusCode.BadRequest, "ValidationException", message);

    public static AwsException NotFound(string what) =>
        new(HttpStatusCode.BadRequest, "ResourceNotFoundException", $"{what} does not exist.");

    public static AwsException Exists(string what) =>
        new(HttpStatusCode.BadRequest, "ResourceAlreadyExistsException", $"{what} already exists.");

    public static AwsException UnknownOperation() =>
        new(HttpStatusCode.BadRequest, "UnknownOperationException", "X-Amz-Target names no operation of EventBridge.");

    /// <summary>EventBridge does it, this local cloud does not.</summary>
    public static AwsException NotDone(string what) =>
        new(HttpStatusCode.NotImplemented, "NotImplementedException", $"EventBridge's {what} is not done by this local cloud.");
}
