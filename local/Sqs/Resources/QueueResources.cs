using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using Engagement.Local.Resources;

namespace Engagement.Local.Sqs.Resources;

/// <summary>The Pulumi resources of SQS.</summary>
internal sealed partial class QueueResources(CloudContext cloud, QueueRegistry queues)
{
    public IReadOnlyDictionary<string, CreateResource> Types => new Dictionary<string, CreateResource>
    {
        ["aws:sqs/queue:Queue"] = At(CreateQueue),
        ["aws:sqs/queuePolicy:QueuePolicy"] =
            At(request => Attribute(request, "policy", (queue, policy) => queue.Change(settings => settings with { Policy = policy }))),
        ["aws:sqs/redrivePolicy:RedrivePolicy"] =
            At(request => Attribute(request, "redrivePolicy", (queue, json) => queues.Redrive(queue, RedrivePolicy.Parse(json)!))),
        ["aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"] = At(request => Attribute(
            request, "redriveAllowPolicy", (queue, json) =>
                queue.Change(settings => settings with { RedriveAllow = RedriveAllowPolicy.Parse(json) }))),
    };

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        ["aws:sqs/queue:Queue"] = new()
        {
            Update = (request, before, _) => Task.FromResult(UpdateQueue(request, queues.ByUrl(before.Id!))),
            Delete = (queue, _) => Task.FromResult(queues.Remove(queue.Id!)),
        },
        ["aws:sqs/queuePolicy:QueuePolicy"] = OfQueue("aws:sqs/queuePolicy:QueuePolicy", settings => settings with { Policy = null }),
        ["aws:sqs/redrivePolicy:RedrivePolicy"] =
            OfQueue("aws:sqs/redrivePolicy:RedrivePolicy", settings => settings with { Redrive = null }),
        ["aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"] =
            OfQueue("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", settings => settings with { RedriveAllow = null }),
    };

    private ResourceLifecycle OfQueue(string type, Func<QueueSettings, QueueSettings> unset) => new()
    {
        Update = (request, _, cancellationToken) => Types[type](request, cancellationToken),
        Delete = (resource, _) =>
        {
            queues.FindByUrl(resource.Id!)?.Change(unset);
            return Task.CompletedTask;
        },
    };

    private static CreateResource At(Func<ResourceRequest, ResourceState> create) => (request, _) => Task.FromResult(create(request));

    private ResourceState CreateQueue(ResourceRequest request)
    {
        CheckQueue(request);
        var name = request.PhysicalName();
        return QueueName().IsMatch(name)
            ? State(queues.Create(name, QueueInputs.Read(request)))
            : throw request.Invalid(
                "name", $"'{name}' can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }

    /// <summary>A policy that the resource does not set stays as another resource set it.</summary>
    private ResourceState UpdateQueue(ResourceRequest request, Queue queue)
    {
        CheckQueue(request);
        var next = QueueInputs.Read(request);
        if (next.Redrive is { } redrive)
        {
            queues.Redrive(queue, redrive);
        }

        queue.Change(settings => next with
        {
            Policy = next.Policy ?? settings.Policy,
            Redrive = next.Redrive ?? settings.Redrive,
            RedriveAllow = next.RedriveAllow ?? settings.RedriveAllow,
        });
        return State(queue);
    }

    private void CheckQueue(ResourceRequest request)
    {
        request.InRegion(cloud).Known(
            "name", "namePrefix", "region", "tags", "visibilityTimeoutSeconds", "messageRetentionSeconds", "delaySeconds", "maxMessageSize",
            "receiveWaitTimeSeconds",
            "redrivePolicy", "redriveAllowPolicy", "policy", "kmsMasterKeyId", "kmsDataKeyReusePeriodSeconds", "sqsManagedSseEnabled",
            "fifoQueue");
        if (request.Flag("fifoQueue", false))
        {
            throw request.Invalid("fifoQueue", "is true, but this local cloud has standard queues only");
        }
    }

    private static ResourceState State(Queue queue) => new(queue.Url, new Dictionary<string, object>
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
