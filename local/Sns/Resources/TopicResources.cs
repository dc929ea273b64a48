using Engagement.Local.Cloud;
using Engagement.Local.Sns.Topics;

namespace Engagement.Local.Sns.Resources;

/// <summary><c>aws:sns/topic:Topic</c>, <c>aws:sns/topicPolicy:TopicPolicy</c> and <c>aws:sns/topicSubscription:TopicSubscription</c>.</summary>
internal sealed class TopicResources(CloudContext cloud, TopicStore topics)
{
    public IReadOnlyDictionary<string, CreateResource> Types => new Dictionary<string, CreateResource>
    {
        ["aws:sns/topic:Topic"] = (request, _) => Task.FromResult(Create(request)),
        ["aws:sns/topicPolicy:TopicPolicy"] = (request, _) => Task.FromResult(SetPolicy(request)),
        ["aws:sns/topicSubscription:TopicSubscription"] = (request, _) => Task.FromResult(Subscribe(request)),
    };

    private ResourceState Create(ResourceRequest request)
    {
        request.InRegion(cloud).Known("displayName", "kmsMasterKeyId", "name", "namePrefix", "policy", "region", "tags");
        var name = request.PhysicalName();
        var topic = new Topic(name, topics.Arn(name)) { DisplayName = request.Text("displayName") ?? "", Policy = request.Text("policy") };
        topics.Add(topic);
        return new(topic.Arn, new Dictionary<string, object>
        {
            ["arn"] = topic.Arn,
            ["name"] = name,
            ["owner"] = cloud.Account,
            ["region"] = cloud.Region,
            ["tagsAll"] = request.Texts("tags").AsOutput(),
        });
    }

    private ResourceState SetPolicy(ResourceRequest request)
    {
        request.InRegion(cloud).Known("arn", "policy", "region");
        var topic = topics.Get(request.RequiredText("arn"));
        topic.Policy = request.RequiredText("policy");
        return new(topic.Arn, new Dictionary<string, object> { ["owner"] = cloud.Account });
    }

    private ResourceState Subscribe(ResourceRequest request)
    {
        request.InRegion(cloud).Known("endpoint", "protocol", "rawMessageDelivery", "region", "topic");
        var topic = topics.Get(request.RequiredText("topic"));
        var protocol = request.RequiredText("protocol");
        if (protocol is not ("sqs" or "lambda" or "email"))
        {
            throw request.Invalid("protocol", $"is {protocol}, but this local cloud has sqs, lambda and email");
        }

        var subscription = new Subscription($"{topic.Arn}:{Guid.NewGuid()}", protocol, request.RequiredText("endpoint"), request.Flag("rawMessageDelivery", false));
        topic.Subscriptions.Enqueue(subscription);
        return new(subscription.Arn, new Dictionary<string, object>
        {
            ["arn"] = subscription.Arn,
            ["ownerId"] = cloud.Account,
            ["pendingConfirmation"] = protocol == "email",
        });
    }
}
