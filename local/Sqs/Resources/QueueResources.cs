using System.Text.RegularExpressions;
using Engagement.Local.Cloud;

namespace Engagement.Local.Sqs.Resources;

/// <summary>The Pulumi resources of SQS.</summary>
internal sealed partial class QueueResources(CloudContext cloud, QueueRegistry queues)
{
    public IReadOnlyDictionary<string, CreateResource> Types => new Dictionary<string, CreateResource>
    {
        ["aws:sqs/queue:Queue"] = At(CreateQueue),
        ["aws:sqs/queuePolicy:QueuePolicy"] = At(request => Attribute(request, "policy", (queue, policy) => queue.Change(settings => settings with { Policy = policy }))),
        ["aws:sqs/redrivePolicy:RedrivePolicy"] = At(request => Attribute(request, "redrivePolicy", (queue, json) => queues.Redrive(queue, RedrivePolicy.Parse(json)!))),
        ["aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"] = At(request => Attribute(
            request, "redriveAllowPolicy", (queue, json) => queue.Change(settings => settings with { RedriveAllow = RedriveAllowPolicy.Parse(json) }))),
    };

    private static CreateResource At(Func<ResourceRequest, ResourceState> create) => (request, _) => Task.FromResult(create(request));

    private ResourceState CreateQueue(ResourceRequest request)
    {
        request.InRegion(cloud).Known(
            "name", "namePrefix", "region", "tags", "visibilityTimeoutSeconds", "messageRetentionSeconds", "delaySeconds", "maxMessageSize", "receiveWaitTimeSeconds",
            "redrivePolicy", "redriveAllowPolicy", "policy", "kmsMasterKeyId", "kmsDataKeyReusePeriodSeconds", "sqsManagedSseEnabled", "fifoQueue");
        if (request.Flag("fifoQueue", false))
        {
            throw request.Invalid("fifoQueue", "is true, but this local cloud has standard queues only");
        }

        var name = request.PhysicalName();
        if (!QueueName().IsMatch(name))
        {
            throw request.Invalid("name", $"'{name}' can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }

        var queue = queues.Create(name, QueueInputs.Read(request));
        return new(queue.Url, new Dictionary<string, object>
        {
            ["arn"] = queue.Arn,
            ["url"] = queue.Url,
            ["name"] = queue.Name,
            ["policy"] = queue.Settings.Policy ?? "",
            ["redrivePolicy"] = queue.Settings.Redrive?.Text ?? "",
            ["redriveAllowPolicy"] = queue.Settings.RedriveAllow?.Text ?? "",
            ["visibilityTimeoutSeconds"] = queue.Settings.VisibilityTimeoutSeconds,
            ["messageRetentionSeconds"] = queue.Settings.MessageRetentionSeconds,
            ["delaySeconds"] = queue.Settings.DelaySeconds,
            ["maxMessageSize"] = queue.Settings.MaxMessageSize,
            ["receiveWaitTimeSeconds"] = queue.Settings.ReceiveWaitTimeSeconds,
            ["sqsManagedSseEnabled"] = queue.Settings.SqsManagedSseEnabled,
            ["kmsDataKeyReusePeriodSeconds"] = queue.Settings.KmsDataKeyReusePeriodSeconds,
            ["tagsAll"] = queue.Settings.Tags.AsOutput(),
        });
    }

    private ResourceState Attribute(ResourceRequest request, string key, Action<Queue, string> set)
    {
        request.InRegion(cloud).Known("queueUrl", "region", key);
        var queue = queues.ByUrl(request.RequiredText("queueUrl"));
        set(queue, request.RequiredText(key));
        return new(queue.Url, new Dictionary<string, object>());
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,80}$")]
    private static partial Regex QueueName();
}
