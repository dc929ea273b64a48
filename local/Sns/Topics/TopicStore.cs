using System.Collections.Concurrent;
using Engagement.Local.Aws;
using Engagement.Local.Sns.Protocol;

namespace Engagement.Local.Sns.Topics;

/// <summary>All topics, by ARN.</summary>
internal sealed class TopicStore(CloudContext cloud)
{
    private readonly ConcurrentDictionary<string, Topic> topics = new(StringComparer.Ordinal);

    public string Arn(string name) => cloud.Arn("sns", name);

    public Topic? Find(string arn) => topics.GetValueOrDefault(arn);

    /// <exception cref="Aws.AwsException">There is none.</exception>
    public Topic Get(string arn) => Find(arn) ?? throw SnsError.NotFound();

    /// <summary>Removes a topic with its subscriptions; nothing happens where there is none.</summary>
    public void Remove(string arn) => topics.TryRemove(arn, out _);

    /// <exception cref="Aws.AwsException">There is one of that name.</exception>
    public void Add(Topic topic)
    {
        if (!topics.TryAdd(topic.Arn, topic))
        {
            throw SnsError.Invalid($"Invalid parameter: Attributes Reason: Topic already exists: {topic.Name}");
        }
    }
}
