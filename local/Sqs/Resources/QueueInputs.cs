using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.Sqs.Resources;

/// <summary>A queue's settings from the inputs of its resource, with AWS's ranges.</summary>
internal static class QueueInputs
{
    /// <exception cref="ArgumentException">One is out of range.</exception>
    public static QueueSettings Read(ResourceRequest request)
    {
        var defaults = new QueueSettings();
        var key = request.Text("kmsMasterKeyId");
        if (key is not null && request.Flag("sqsManagedSseEnabled", false))
        {
            throw request.Invalid("sqsManagedSseEnabled", "is true beside kmsMasterKeyId; a queue has one type of server-side encryption");
        }

        return new()
        {
            VisibilityTimeoutSeconds =
                Ranged("visibilityTimeoutSeconds", defaults.VisibilityTimeoutSeconds, 0, QueueLimits.LongestVisibilityTimeout),
            MessageRetentionSeconds = Ranged("messageRetentionSeconds", defaults.MessageRetentionSeconds, 60, 1_209_600),
            DelaySeconds = Ranged("delaySeconds", 0, 0, QueueLimits.LongestDelay),
            MaxMessageSize = Ranged("maxMessageSize", defaults.MaxMessageSize, 1024, QueueLimits.LargestMessage),
            ReceiveWaitTimeSeconds = Ranged("receiveWaitTimeSeconds", 0, 0, QueueLimits.LongestWait),
            Redrive = RedrivePolicy.Parse(request.Text("redrivePolicy")),
            RedriveAllow = RedriveAllowPolicy.Parse(request.Text("redriveAllowPolicy")),
            Policy = Policy(request),
            KmsMasterKeyId = key,
            KmsDataKeyReusePeriodSeconds = Ranged("kmsDataKeyReusePeriodSeconds", defaults.KmsDataKeyReusePeriodSeconds, 60, 86_400),
            SqsManagedSseEnabled = request.Flag("sqsManagedSseEnabled", key is null),
            Tags = request.Texts("tags"),
        };

        static string? Policy(ResourceRequest request) => request.Text("policy") is not { Length: > 0 } policy ? null
            : WireJson.IsValid(policy) && WireJson.Parse(policy) is JsonObject ? policy
            : throw request.Invalid("policy", "is not a JSON object");

        int Ranged(string name, int orElse, int least, int most) =>
            request.Number(name, orElse) is var value && value >= least && value <= most
            ? value
            : throw request.Invalid(name, $"is {value}, not between {least} and {most}");
    }
}
