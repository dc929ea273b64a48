using Engagement.Local.Aws;
using Engagement.Local.Resources;
using Engagement.Local.Sqs.Messages;
using Engagement.Local.Sqs.Operations;
using Engagement.Local.Sqs.Protocol;
using Engagement.Local.Sqs.Resources;

namespace Engagement.Local.Sqs;

/// <summary>
/// Amazon SQS: standard queues with time-outs, delays, retention and redrive on the cloud's clock, in both of its wire
/// protocols. Queues come from the stack; the operations that create, change or delete them are not done here, nor are
/// FIFO queues.
/// </summary>
internal sealed class SqsService : IAwsService, IResourceProvider, IResourcePolicies, IMetricSource, IQueues
{
    private readonly CloudContext cloud;
    private readonly QueueRegistry queues;
    private readonly Dictionary<string, SqsOperation> operations;
    private readonly ISqsProtocol json = new JsonProtocol();
    private readonly ISqsProtocol query = new QueryProtocol();

    public SqsService(CloudContext cloud)
    {
        this.cloud = cloud;
        queues = new(cloud);
        var resources = new QueueResources(cloud, queues);
        (ResourceTypes, Lifecycles) = (resources.Types, resources.Lifecycles);
        var sending = new Operations.Sending(cloud.Clock);
        var receiving = new Receiving(cloud.Clock, queues.Receive);
        var settling = new Settling(cloud.Clock);
        var moving = new MoveTasks(cloud.Clock, queues);
        operations = new(StringComparer.Ordinal)
        {
            ["SendMessage"] = new("sqs:SendMessage", sending.Send),
            ["SendMessageBatch"] = new("sqs:SendMessage", sending.SendBatch),
            ["ReceiveMessage"] = new("sqs:ReceiveMessage", receiving.ReceiveAsync),
            ["DeleteMessage"] = new("sqs:DeleteMessage", Settling.Delete),
            ["DeleteMessageBatch"] = new("sqs:DeleteMessage", Settling.DeleteBatch),
            ["ChangeMessageVisibility"] = new("sqs:ChangeMessageVisibility", Settling.ChangeVisibility),
            ["ChangeMessageVisibilityBatch"] = new("sqs:ChangeMessageVisibility", Settling.ChangeVisibilityBatch),
            ["PurgeQueue"] = new("sqs:PurgeQueue", settling.Purge),
            ["GetQueueAttributes"] = new("sqs:GetQueueAttributes", Describing.Attributes),
            ["ListQueueTags"] = new("sqs:ListQueueTags", Describing.Tags),
            ["GetQueueUrl"] = new("sqs:GetQueueUrl", (queue, _) => new() { ["QueueUrl"] = queue.Url }),
            ["ListQueues"] = new("sqs:ListQueues", (_, call) => Listing.Page(call, "QueueUrls", queues.All)),
            ["ListDeadLetterSourceQueues"] = new(
                "sqs:ListDeadLetterSourceQueues", (queue, call) => Listing.Page(call, "queueUrls", queues.SourcesOf(queue))),
            ["StartMessageMoveTask"] = new("sqs:StartMessageMoveTask", moving.Start),
            ["ListMessageMoveTasks"] = new("sqs:ListMessageMoveTasks", moving.List),
        };
    }

    public string Name => "sqs";

    public string SigningName => "sqs";

    public string InternalError => "InternalError";

    public IReadOnlyDictionary<string, int> Errors { get; } =
        ServiceErrors.OfRest(("RequestThrottled", 403), ("OverLimit", 403), ("QueueDoesNotExist", 400), ("InternalError", 500));

    public IReadOnlyDictionary<string, CreateResource> ResourceTypes { get; }

    public IReadOnlyDictionary<string, ResourceLifecycle> Lifecycles { get; }

    /// <summary>The texts of all messages, by queue, and whether others' undeliverable messages end in that queue.</summary>
    public IEnumerable<(bool IsDeadLetterQueue, IReadOnlyList<string> Bodies)> Bodies() =>
        queues.All.Select(queue => (queues.SourcesOf(queue).Count > 0, queue.Bodies()));

    /// <summary>All queues for the control API, in order of name.</summary>
    public IReadOnlyList<QueueState> States() => [.. queues.All.OrderBy(queue => queue.Name, StringComparer.Ordinal).Select(State)];

    /// <summary>A queue by name, with its first messages; null where there is none.</summary>
    /// <param name="name">Queue name.</param>
    /// <param name="most">How many messages.</param>
    public (string Arn, QueueState State, IReadOnlyList<HeldMessage> Messages)? Look(string name, int most) =>
        queues.All.FirstOrDefault(queue => queue.Name == name) is { } found ? (found.Arn, State(found), found.Look(most)) : null;

    public string? PolicyOf(string resourceArn) => queues.Find(resourceArn)?.Settings.Policy;

    public IEnumerable<ServiceMetric> Metrics => queues.All.SelectMany(MetricsOf);

    public AwsOperation Resolve(AwsRequest request)
    {
        var protocol = ProtocolOf(request);
        var call = protocol.Read(request);
        var operation = operations.GetValueOrDefault(call.Operation) ?? throw SqsError.NotDone($"The operation {call.Operation} of SQS");
        if (call.Operation == "ListQueues")
        {
            return Resolved(null!, "*");
        }

        var queue = Target(call);
        return Resolved(queue, queue.Arn);

        AwsOperation Resolved(Queue queue, string resource) => new(call.Operation, operation.Action, [resource], async cancellationToken =>
            protocol.Result(request, call.Operation, await operation.ExecuteAsync(queue, call, cancellationToken)));
    }

    public AwsResponse Error(AwsRequest request, AwsException error) => ProtocolOf(request).Error(request, error);

    public QueueSettings? Find(string queueArn) => queues.Find(queueArn)?.Settings;

    public IReadOnlyList<ReceivedMessage> Receive(string queueArn, int maximum) => queues.Receive(Existing(queueArn), maximum, null);

    public void Delete(string queueArn, string receiptHandle) => Existing(queueArn).Delete(receiptHandle);

    public IDisposable Watch(string queueArn, Action onVisible) => Existing(queueArn).Watch(onVisible);

    private Queue Existing(string queueArn) => queues.Find(queueArn) ?? throw SqsError.NoSuchQueue();

    private ISqsProtocol ProtocolOf(AwsRequest request) => request.Header(JsonProtocol.TargetHeader) is null ? query : json;

    private Queue Target(SqsCall call) => call.Operation switch
    {
        "GetQueueUrl" => call.Text("QueueOwnerAWSAccountId") is null || call.Text("QueueOwnerAWSAccountId") == cloud.Account
            ? queues.ByUrl(call.Required("QueueName"))
            : throw SqsError.NoSuchQueue(),
        "StartMessageMoveTask" or "ListMessageMoveTasks" =>
            queues.Find(call.Required("SourceArn")) ?? throw MoveTasks.NotThere("SourceArn"),
        _ => queues.ByUrl(call.Required("QueueUrl")),
    };

    private static IEnumerable<ServiceMetric> MetricsOf(Queue queue)
    {
        var counts = queue.Counts();
        return
        [
            Metric("ApproximateNumberOfMessagesVisible", counts.Visible),
            Metric("ApproximateNumberOfMessagesNotVisible", counts.InFlight),
            Metric("NumberOfMessagesSent", queue.Sent),
        ];

        ServiceMetric Metric(string name, double value) => new("AWS/SQS", name, "QueueName", queue.Name, value);
    }

    private QueueState State(Queue queue)
    {
        var counts = queue.Counts();
        var sources = queues.SourcesOf(queue);
        return new(
            queue.Name,
            counts.Visible,
            counts.InFlight,
            counts.Delayed,
            sources.Count == 0 ? null : string.Join(',', sources.Select(source => source.Name)));
    }
}
