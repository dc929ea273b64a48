using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Lambda;
using Engagement.Local.Sqs;

namespace Engagement.Local.EventSources;

/// <summary>One mapping: its settings and what came of it last.</summary>
internal sealed class EventSourceMapping
{
    private readonly CloudContext cloud;
    private readonly IFunctions functions;
    private readonly IQueues queues;
    private readonly SourceQueue source;
    private readonly DeliveryLog? log;
    private CancellationTokenSource? polling;
    private volatile string lastResult = "No records processed";

    public EventSourceMapping(
        MappingSettings settings, CloudContext cloud, IAwsEndpoint endpoint, IFunctions functions, IQueues queues, DeliveryLog? log = null,
        string? id = null)
    {
        this.log = log;
        Id = id ?? Guid.NewGuid().ToString();
        (Settings, this.cloud, this.functions, this.queues) = (settings, cloud, functions, queues);
        source = new(endpoint, queues, settings);
        ModifiedAt = cloud.Clock.GetUtcNow();
    }

    public string Id { get; }

    public MappingSettings Settings { get; }

    public DateTimeOffset ModifiedAt { get; }

    /// <summary>What came of the last batch, in Lambda's words: <c>OK</c>, <c>No records processed</c> or <c>PROBLEM: …</c>.</summary>
    public string LastProcessingResult => lastResult;

    /// <inheritdoc cref="SourceQueue.CheckPermissionsAsync"/>
    public Task CheckPermissionsAsync(CancellationToken cancellationToken) => source.CheckPermissionsAsync(cancellationToken);

    /// <summary>Begins to poll.</summary>
    /// <param name="deliveries">Ends everything, also deliveries under way.</param>
    public void Start(CancellationToken deliveries)
    {
        polling = CancellationTokenSource.CreateLinkedTokenSource(deliveries);
        var visibility = TimeSpan.FromSeconds(queues.Find(Settings.QueueArn)!.VisibilityTimeoutSeconds);
        var delivery = new BatchDelivery(cloud.Clock, functions, source, Settings, visibility, log, Report);
        var poller = new Poller(
            cloud.Clock, Settings, source, queues, batch => delivery.Begin(batch, deliveries), delivery.RoomAsync, cloud.Region, Report);
        _ = cloud.Clock.RunWorkAsync($"poller of {Settings.QueueArn}", work => RunAsync(poller, work, polling.Token));
    }

    /// <summary>Ends the polling. What was received is delivered still, and what is being delivered goes on.</summary>
    public void Stop() => polling?.Cancel();

    private async Task RunAsync(Poller poller, Work work, CancellationToken cancellationToken)
    {
        try
        {
            await poller.RunAsync(work, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // No caller awaits a poller: the mapping's state says why it ended.
            Report($"PROBLEM: polling ended: {e}");
        }
    }

    private void Report(string result) => lastResult = result;
}
