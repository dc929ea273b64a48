using Engagement.Local.Aws;
using Engagement.Local.Resources;
using Engagement.Local.Sns.Topics;

namespace Engagement.Local.Sns.Resources;

/// <summary>
/// <c>aws:sns/topic:Topic</c>, <c>aws:sns/topicPolicy:TopicPolicy</c> and <c>aws:sns/topicSubscription:TopicSubscription</c>.
/// </summary>
internal sealed class TopicResources(CloudContext cloud, TopicStore topics)
{
    public IReadOnlyDictionary<string, CreateResource> Types => new Dictionary<string, CreateResource>
    {
        ["aws:sns/topic:Topic"] = (request, _) => Task.FromResult(Create(request)),
        ["aws:sns/topicPolicy:TopicPolicy"] = (request, _) => Task.FromResult(SetPolicy(request)),
        ["aws:sns/topicSubscription:TopicSubscription"] = (request, _) => Task.FromResult(Subscribe(request)),
    };

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles => new Dictionary<string, ResourceLifecycle>
    {
        ["aws:sns/topic:Topic"] = new()
        {
            Update = (request, before, _) => Task.FromResult(State(request, topics.Get(before.Id!))),
            Delete = (topic, _) => Do(() => topics.Remove(topic.Id!)),
        },
        ["aws:sns/topicPolicy:TopicPolicy"] = new()
        {
            Update = (request, _, _) => Task.FromResult(SetPolicy(request)),
            Delete = (policy, _) => Do(() => topics.Find(policy.Id!)?.Policy = null),
        },
        ["aws:sns/topicSubscription:TopicSubscription"] = new()
        {
            Update = (request, before, _) => Task.FromResult(Subscribe(request, before.Id!)),
            Delete = (subscription, _) =>
                Do(() => topics.Find(subscription.Request.RequiredText("topic"))?.Subscriptions.TryRemove(subscription.Id!, out var _)),
        },
    };

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private ResourceState Create(ResourceRequest request)
    {
        var name = request.PhysicalName();
        var topic = new Topic(name, topics.Arn(name));
        var state = State(request, topic);
        topics.Add(topic);
        return state;
    }

    private ResourceState State(ResourceRequest request, Topic topic)
    {
        request.InRegion(cloud).Known("displayName", "kmsMasterKeyId", "name", "namePrefix", "policy", "region", "tags");
        topic.DisplayName = request.Text("displayName") ?? "";
        topic.Policy = request.Text("policy") ?? topic.Policy;
        return new(topic.Arn, new Dictionary<string, object>
        {
            ["arn"] = topic.Arn,
            ["name"] = topic.Name,
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

    private ResourceState Subscribe(ResourceRequest request) => Subscribe(request, $"{request.RequiredText("topic")}:{Guid.NewGuid()}");

    private ResourceState Subscribe(ResourceRequest request, string arn)
    {
        request.InRegion(cloud).Known("endpoint", "protocol", "rawMessageDelivery", "region", "topic");
        var topic = topics.Get(request.RequiredText("topic"));
        var protocol = request.RequiredText("protocol");
        if (protocol is not ("sqs" or "lambda" or "email"))
        {
            throw request.Invalid("protocol", $"is {protocol}, but this local cloud has sqs, lambda and email");
        }

        var subscription = new Subscription(arn, protocol, request.RequiredText("endpoint"), request.Flag("rawMessageDelivery", false));
        topic.Subscriptions[arn] = subscription;
        return new(subscription.Arn, new Dictionary<string, object>
        {
            ["arn"] = subscription.Arn,
            ["ownerId"] = cloud.Account,
            ["pendingConfirmation"] = protocol == "email",
        });
    }
}
