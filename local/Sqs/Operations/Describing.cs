using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Local.Sqs.Protocol;

namespace Engagement.Local.Sqs.Operations;

/// <summary>GetQueueAttributes and ListQueueTags.</summary>
internal static class Describing
{
    public static JsonObject Attributes(Queue queue, SqsCall call)
    {
        var asked = call.Texts("AttributeNames");
        var known = Attributes(queue);
        if (asked.FirstOrDefault(name => name != "All" && !known.ContainsKey(name)) is { } unknown)
        {
            throw SqsError.Create("InvalidAttributeName", $"Unknown Attribute {unknown}.");
        }

        var shown =
            known.Where(attribute => attribute.Value is not null && (asked.Contains("All") || asked.Contains(attribute.Key))).ToList();
        return shown.Count == 0
            ? []
            : new()
            {
                ["Attributes"] = new JsonObject(shown.Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)attribute.Value)))
            };
    }

    public static JsonObject Tags(Queue queue, SqsCall call) => queue.Settings.Tags.Count == 0
        ? []
        : new() { ["Tags"] = new JsonObject(queue.Settings.Tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))) };

    private static Dictionary<string, string?> Attributes(Queue queue)
    {
        var settings = queue.Settings;
        var counts = queue.Counts();
        return new(StringComparer.Ordinal)
        {
            ["QueueArn"] = queue.Arn,
            ["ApproximateNumberOfMessages"] = Text(counts.Visible),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(counts.InFlight),
            ["ApproximateNumberOfMessagesDelayed"] = Text(counts.Delayed),
            ["CreatedTimestamp"] = Text(queue.CreatedAt.ToUnixTimeSeconds()),
            ["LastModifiedTimestamp"] = Text(queue.ModifiedAt.ToUnixTimeSeconds()),
            ["VisibilityTimeout"] = Text(settings.VisibilityTimeoutSeconds),
            ["MaximumMessageSize"] = Text(settings.MaxMessageSize),
            ["MessageRetentionPeriod"] = Text(settings.MessageRetentionSeconds),
            ["DelaySeconds"] = Text(settings.DelaySeconds),
            ["ReceiveMessageWaitTimeSeconds"] = Text(settings.ReceiveWaitTimeSeconds),
            ["Policy"] = settings.Policy,
            ["RedrivePolicy"] = settings.Redrive?.Text,
            ["RedriveAllowPolicy"] = settings.RedriveAllow?.Text,
            ["KmsMasterKeyId"] = settings.KmsMasterKeyId,
            ["KmsDataKeyReusePeriodSeconds"] = settings.KmsMasterKeyId is null ? null : Text(settings.KmsDataKeyReusePeriodSeconds),
            ["SqsManagedSseEnabled"] = settings.SqsManagedSseEnabled ? "true" : "false",
        };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
