using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.Cloud;
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
    private volatile string lastResult = "No records processed";

    public EventSourceMapping(MappingSettings settings, CloudContext cloud, IAwsEndpoint endpoint, IFunctions functions, IQueues queues)
    {
        (Settings, this.cloud, this.functions, this.queues) = (settings, cloud, functions, queues);
        source = new(endpoint, queues, settings);
        ModifiedAt = cloud.Clock.GetUtcNow();
    }

    public string Id { get; } = Guid.NewGuid().ToString();

    public MappingSettings Settings { get; }

    public DateTimeOffset ModifiedAt { get; }

    /// <summary>What came of the last batch, in Lambda's words: <c>OK</c>, <c>No records processed</c> or <c>PROBLEM: …</c>.</summary>
    public string LastProcessingResult => lastResult;

    /// <inheritdoc cref="SourceQueue.CheckPermissionsAsync"/>
    public Task CheckPermissionsAsync(CancellationToken cancellationToken) => source.CheckPermissionsAsync(cancellationToken);

    /// <summary>Begins to poll, until cancelled.</summary>
    public void Start(CancellationToken cancellationToken)
    {
        var visibility = TimeSpan.FromSeconds(queues.Find(Settings.QueueArn)!.VisibilityTimeoutSeconds);
        var delivery = new Delivery(cloud.Clock, functions, source, Settings, visibility, Report);
        var poller = new Poller(cloud.Clock, Settings, source, queues, delivery, cloud.Region, Report);
        _ = cloud.Clock.RunWorkAsync($"poller of {Settings.QueueArn}", work => RunAsync(poller, work, cancellationToken));
    }

    private async Task RunAsync(Poller poller, Work work, CancellationToken cancellationToken)
    {
        try
        {
            await poller.RunAsync(work, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Nobody awaits a poller: the mapping's state says why it ended.
            Report($"PROBLEM: polling ended: {e}");
        }
    }

    private void Report(string result) => lastResult = result;
}
