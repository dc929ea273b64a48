using System.Net;
using Engagement.Local.Aws;

namespace Engagement.Local.Sns.Protocol;

/// <summary>The errors of SNS.</summary>
internal static class SnsError
{
    public static AwsException NotFound() => new(HttpStatusCode.NotFound, "NotFound", "Topic does not exist");

    public static AwsException Invalid(string message) => new(HttpStatusCode.BadRequest, "InvalidParameter", message);

    public static AwsException NotDone(string what) =>
        new(HttpStatusCode.NotImplemented, "NotImplemented", $"SNS's {what} is not done by this local cloud.");
}
