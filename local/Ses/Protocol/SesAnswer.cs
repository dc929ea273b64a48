using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.Ses.Protocol;

/// <summary>Answers in REST-JSON.</summary>
internal static class SesAnswer
{
    /// <summary>The answer that carries a result.</summary>
    public static AwsResponse Result(JsonObject body) => AwsResponse.Text(200, "application/json", body.ToJsonString(AwsJson.Plain));

    /// <summary>The answer that tells of an error.</summary>
    public static AwsResponse Error(AwsException error) =>
        AwsResponse.Text((int)error.Status, "application/json", new JsonObject { ["message"] = error.Message }.ToJsonString(AwsJson.Plain))
            with
        {
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-amzn-ErrorType"] = error.Code },
        };
}
