using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.Sqs.Messages;

namespace Engagement.Local.Sqs;

/// <summary>All queues, and what holds between them.</summary>
internal sealed class QueueRegistry(CloudContext cloud)
{
    private readonly ConcurrentDictionary<string, Queue> byName = new(StringComparer.Ordinal);

    public IEnumerable<Queue> All => byName.Values;

    /// <summary>Makes a queue.</summary>
    /// <exception cref="Aws.AwsException">There is one of that name, or its redrive policy is refused.</exception>
    public Queue Create(string name, QueueSettings settings)
    {
        var arn = cloud.Arn("sqs", name);
        var url = new Uri(cloud.BaseUrl, $"/{cloud.Account}/{name}").ToString();
        CheckRedrive(arn, settings.Redrive);
        var queue = new Queue(cloud.Clock, name, arn, url, settings);
        return byName.TryAdd(name, queue) ? queue : throw SqsError.Create("QueueNameExists", $"A queue named {name} exists already.");
    }

    /// <summary>The queue of that ARN, or null.</summary>
    public Queue? Find(string arn) =>
        arn.StartsWith(cloud.Arn("sqs", ""), StringComparison.Ordinal)
            ? byName.GetValueOrDefault(arn[cloud.Arn("sqs", "").Length..])
            : null;

    /// <summary>The queue of that URL or path, or that name.</summary>
    /// <exception cref="Aws.AwsException">There is none.</exception>
    public Queue ByUrl(string url) => FindByUrl(url) ?? throw SqsError.NoSuchQueue();

    /// <summary>The queue of that URL or path, or that name; null where there is none.</summary>
    public Queue? FindByUrl(string url) => url.Split('?')[0].TrimEnd('/').Split('/') switch
    {
        [.., var account, var name] when account == cloud.Account => byName.GetValueOrDefault(name),
        [var name] => byName.GetValueOrDefault(name),
        _ => null,
    };

    /// <summary>Removes a queue with its messages; false where it is gone already.</summary>
    public bool Remove(string url) => FindByUrl(url) is { } queue && byName.TryRemove(queue.Name, out _);

    /// <summary>Queues that give up messages to this one, in order of name.</summary>
    public IReadOnlyList<Queue> SourcesOf(Queue target) =>
        [
            .. All.Where(queue =>
                queue.Settings.Redrive?.DeadLetterTargetArn == target.Arn).OrderBy(queue => queue.Name, StringComparer.Ordinal)
        ];

    /// <summary>Receives; a message that the dead-letter queue may not have stays and is received on.</summary>
    public IReadOnlyList<ReceivedMessage> Receive(Queue queue, int maximum, TimeSpan? visibilityTimeout)
    {
        var target = queue.Settings.Redrive is { } redrive ? Find(redrive.DeadLetterTargetArn) : null;
        var allowed = target?.Settings.RedriveAllow?.Allows(queue.Arn) ?? true;
        return queue.Receive(maximum, visibilityTimeout, allowed ? target : null);
    }

    /// <summary>Sets where a queue gives up messages to.</summary>
    /// <exception cref="Aws.AwsException">It may not.</exception>
    public void Redrive(Queue queue, RedrivePolicy policy)
    {
        CheckRedrive(queue.Arn, policy);
        queue.Change(settings => settings with { Redrive = policy });
    }

    private void CheckRedrive(string arn, RedrivePolicy? policy)
    {
        if (policy is null)
        {
            return;
        }

        var target = Find(policy.DeadLetterTargetArn)
            ?? throw SqsError.Invalid("RedrivePolicy", policy.Text, "Dead letter target does not exist.");
        if (target.Settings.RedriveAllow?.Allows(arn) == false)
        {
            throw SqsError.Invalid(
                "RedrivePolicy",
                policy.Text,
                $"The redrive allow policy of {target.Name} does not let this queue use it as its dead-letter queue.");
        }
    }
}
