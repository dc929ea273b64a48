using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.Firehose.Protocol;

/// <summary>The errors of Firehose, by the names of its service model; answered with status 400 but where it says otherwise.</summary>
internal static class FirehoseError
{
    /// <summary>A member breaks the service model's constraints.</summary>
    public static AwsException Validation(string member, string constraint) => new(
        HttpStatusCode.BadRequest,
        "ValidationException",
        $"1 validation error detected: Value at '{member}' failed to satisfy constraint: {constraint}");

    /// <summary>A member has a value that is not allowed.</summary>
    public static AwsException InvalidArgument(string message) => new(HttpStatusCode.BadRequest, "InvalidArgumentException", message);

    /// <summary>There is no such stream.</summary>
    public static AwsException NoStream(string name, string account) => new(
        HttpStatusCode.BadRequest, "ResourceNotFoundException", $"Firehose {name} under account {account} not found.");

    /// <summary>The stream takes no more for now.</summary>
    public static AwsException SlowDown() => new(HttpStatusCode.ServiceUnavailable, "ServiceUnavailableException", "Slow down.");

    /// <summary>The body is no JSON of this operation.</summary>
    public static AwsException Serialization() =>
        new(HttpStatusCode.BadRequest, "SerializationException", "The request body is not the JSON of this operation.");

    /// <summary>Firehose may have it, this local cloud has not.</summary>
    public static AwsException NotDone(string operation) =>
        new(
            HttpStatusCode.NotImplemented,
            "NotImplementedException",
            $"Firehose's operation '{operation}' is not done by this local cloud.");
}
