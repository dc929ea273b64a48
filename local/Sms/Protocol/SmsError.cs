using System.Net;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.Sms.Protocol;

/// <summary>The errors of AWS End User Messaging SMS, with the reasons of its service model.</summary>
internal static class SmsError
{
    /// <summary>A member is missing or breaks a constraint.</summary>
    public static AwsException Invalid(string field, string message) =>
        new(HttpStatusCode.BadRequest, "ValidationException", $"{field}: {message}")
        {
            Members = new()
            {
                ["Reason"] = "FIELD_VALIDATION_FAILED",
                ["Fields"] = new JsonArray(new JsonObject { ["Name"] = field, ["Message"] = message }),
            },
        };

    /// <summary>The message cannot be sent as things stand.</summary>
    /// <param name="reason">Such as <c>DESTINATION_PHONE_NUMBER_OPTED_OUT</c>.</param>
    public static AwsException Conflict(string reason) => new(HttpStatusCode.BadRequest, "ConflictException", $"Conflict: {reason}")
    {
        Members = new() { ["Reason"] = reason },
    };

    /// <summary>There is no such thing.</summary>
    public static AwsException NotFound(string type, string id) =>
        new(HttpStatusCode.BadRequest, "ResourceNotFoundException", $"Resource not found: {type}")
        {
            Members = new() { ["ResourceType"] = type, ["ResourceId"] = id },
        };

    /// <summary>The service has it, this local cloud has not.</summary>
    public static AwsException NotDone(string what) =>
        new(HttpStatusCode.NotImplemented, "NotImplementedException", $"End User Messaging's {what} is not done by this local cloud.");
}
