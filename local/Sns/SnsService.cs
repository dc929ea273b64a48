using System.Text;
using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;
using Engagement.Local.EventBridge.Targets;
using Engagement.Local.Resources;
using Engagement.Local.Sns.Protocol;
using Engagement.Local.Sns.Resources;
using Engagement.Local.Sns.Topics;

namespace Engagement.Local.Sns;

/// <summary>
/// Amazon SNS over its query protocol: standard topics, Publish, and delivery to queues and functions. Mail is not sent: what was published
/// is kept for the control API.
/// </summary>
internal sealed class SnsService : IAwsService, IResourceProvider, IResourcePolicies, IDisposable
{
    private const int Kept = 1000;

    // Bytes of a message, from the service quotas.
    private const int LargestMessage = 256 * 1024;
    private const int LongestSubject = 100;

    private static readonly string[] Known = ["Action", "Version", "TopicArn", "Message", "Subject"];

    private readonly CloudContext cloud;
    private readonly TopicStore topics;
    private readonly TargetDelivery delivery;
    private readonly RecentItems<PublishedMessage> published = new(Kept);

    /// <param name="cloud">Account, region and clock.</param>
    /// <param name="endpoint">How subscribers are called.</param>
    public SnsService(CloudContext cloud, IAwsEndpoint endpoint)
    {
        this.cloud = cloud;
        topics = new(cloud);
        delivery = new(cloud, endpoint);
        var resources = new TopicResources(cloud, topics);
        (ResourceTypes, Lifecycles) = (resources.Types, resources.Lifecycles);
    }

    public string Name => "sns";

    public string SigningName => "sns";

    public string InternalError => "InternalError";

    public IReadOnlyDictionary<string, int> Errors { get; } =
        ServiceErrors.OfRest(("InternalError", 500), ("Throttled", 429), ("NotFound", 404), ("AuthorizationError", 403));

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    /// <summary>The latest messages published, oldest first.</summary>
    public IReadOnlyList<PublishedMessage> Published => published.ToList();

    /// <summary>How many messages were ever published.</summary>
    public long PublishedCount => published.Count;

    /// <summary>The latest notifications that reached no subscriber.</summary>
    public IReadOnlyList<LostEvent> Lost => delivery.Lost;

    public string? PolicyOf(string resourceArn) => topics.Find(resourceArn)?.Policy;

    public AwsOperation Resolve(AwsRequest request)
    {
        var fields = SnsProtocol.Read(request);
        if (fields.GetValueOrDefault("Action") is var action && action != "Publish")
        {
            throw SnsError.NotDone($"operation {action}");
        }

        if (fields.Keys.Except(Known).FirstOrDefault() is { } unknown)
        {
            throw SnsError.NotDone($"parameter {unknown} of Publish");
        }

        var arn = fields.GetValueOrDefault("TopicArn")
            ?? throw SnsError.Invalid("Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter");
        return new("Publish", "sns:Publish", [arn], cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(
                Publish(topics.Get(arn), fields.GetValueOrDefault("Subject"), fields.GetValueOrDefault("Message") ?? ""));
        });
    }

    public AwsResponse Error(AwsRequest request, AwsException error) => SnsProtocol.Error(error);

    public void Dispose() => delivery.Dispose();

    private AwsResponse Publish(Topic topic, string? subject, string text)
    {
        if (text.Length == 0 || Encoding.UTF8.GetByteCount(text) > LargestMessage)
        {
            throw SnsError.Invalid(text.Length == 0 ? "Invalid parameter: Empty message" : "Invalid parameter: Message too long");
        }

        if (subject is { Length: 0 or > LongestSubject })
        {
            throw SnsError.Invalid("Invalid parameter: Subject");
        }

        var message = new PublishedMessage(cloud.Clock.GetUtcNow(), topic.Arn, Guid.NewGuid().ToString(), subject, text);
        published.Add(message);
        foreach (var subscriber in
            topic.Subscriptions.Values.Select(subscription =>
                Notifications.To(subscription, topic, message, cloud)).OfType<Delivery>())
        {
            delivery.Begin(subscriber);
        }

        return SnsProtocol.Result("Publish", SnsProtocol.Member("MessageId", message.MessageId));
    }
}
