using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.EventBridge.Targets;

/// <summary>The AWS call that delivers to a target: an asynchronous invocation, a message or a notification.</summary>
internal static class TargetCall
{
    private static readonly AwsJson Sqs = new("1.0", "AmazonSQS.");

    /// <summary>Services that targets may be of.</summary>
    public static bool IsKnown(string arn) => ServiceOf(arn) is "lambda" or "sqs" or "sns";

    /// <summary>The service's signing name, and the request.</summary>
    /// <param name="cloud">Where queues are.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="arn">The target.</param>
    /// <param name="input">What it gets.</param>
    public static (string SigningName, AwsRequest Request) To(CloudContext cloud, Principal caller, string arn, string input) =>
        ServiceOf(arn) switch
        {
            "lambda" => ("lambda", new()
            {
                Method = "POST",
                Path = $"/2015-03-31/functions/{Uri.EscapeDataString(arn)}/invocations",
                Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
                {
                    ["X-Amz-Invocation-Type"] = "Event",
                    ["Content-Type"] = "application/json"
                },
                Body = Encoding.UTF8.GetBytes(input),
                Caller = caller,
            }),
            "sqs" => ("sqs", Message(cloud, caller, arn, input, null)),
            "sns" => ("sns", Notification(caller, arn, input)),
            var other => throw new NotSupportedException($"This local cloud does not deliver to targets of '{other}'."),
        };

    /// <summary>A message to a queue.</summary>
    public static AwsRequest Message(CloudContext cloud, Principal caller, string queueArn, string body, JsonObject? attributes)
    {
        var message = new JsonObject
        {
            ["QueueUrl"] = new Uri(cloud.BaseUrl, $"/{cloud.Account}/{queueArn[(queueArn.LastIndexOf(':') + 1)..]}").ToString(),
            ["MessageBody"] = body,
        };
        if (attributes is not null)
        {
            message["MessageAttributes"] = attributes;
        }

        return Sqs.Request(caller, "SendMessage", message);
    }

    private static AwsRequest Notification(Principal caller, string topicArn, string message) => new()
    {
        Method = "POST",
        Path = "/",
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = "application/x-www-form-urlencoded",
        },
        Body = Encoding.UTF8.GetBytes(
            $"Action=Publish&Version=2010-03-31&TopicArn={WebUtility.UrlEncode(topicArn)}&Message={WebUtility.UrlEncode(message)}"),
        Caller = caller,
    };

    private static string ServiceOf(string arn) => arn.Split(':') is ["arn", _, var service, ..] ? service : "";
}
