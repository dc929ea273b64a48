using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.EventBridge.Targets;

namespace Engagement.Local.Sns.Topics;

/// <summary>What subscribers get of a message.</summary>
internal static class Notifications
{
    public const string Host = "sns.amazonaws.com";

    /// <summary>The delivery to a queue or function; null for an address, whose mail the list of published messages stands for.</summary>
    public static Delivery? To(Subscription subscription, Topic topic, PublishedMessage message, CloudContext cloud)
    {
        if (subscription.Protocol == "email")
        {
            return null;
        }

        var input = subscription.Protocol == "lambda"
            ? Event(subscription, message)
            : subscription.Raw
            ? message.Message
            : Notification(message, cloud).ToJsonString(AwsJson.Plain);
        return new()
        {
            Target = new() { Id = subscription.Arn, Arn = subscription.Endpoint, Input = new() { Constant = input } },
            Service = Principal.Service(Host, topic.Arn),
            SourceArn = topic.Arn,
            SourceAttribute = "TOPIC_ARN",
            Input = input,
            Letter = input,
        };
    }

    private static JsonObject Notification(PublishedMessage message, CloudContext cloud)
    {
        var json = new JsonObject { ["Type"] = "Notification", ["MessageId"] = message.MessageId, ["TopicArn"] = message.TopicArn };
        if (message.Subject is not null)
        {
            json["Subject"] = message.Subject;
        }

        json["Message"] = message.Message;
        json["Timestamp"] = Instant(message.At);
        json["UnsubscribeURL"] = new Uri(cloud.BaseUrl, "/?Action=Unsubscribe").ToString();
        return json;
    }

    private static string Event(Subscription subscription, PublishedMessage message) => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = subscription.Arn,
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = message.MessageId,
                ["TopicArn"] = message.TopicArn,
                ["Subject"] = message.Subject,
                ["Message"] = message.Message,
                ["Timestamp"] = Instant(message.At),
                ["MessageAttributes"] = new JsonObject(),
            },
        }),
    }.ToJsonString(AwsJson.Plain);

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
