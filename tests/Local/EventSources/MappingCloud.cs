using System.Collections.Immutable;
using Engagement.Local.Cloud;
using Engagement.Local.EventSources;
using Engagement.Local.Resources;
using Local.Tests.Sqs;

namespace Local.Tests.EventSources;

/// <summary>A queue <c>events</c> with its dead-letter queue <c>dead</c>, and mappings to the function <c>record</c>.</summary>
internal sealed class MappingCloud : IDisposable
{
    private readonly EventSourceMappings mappings;

    public MappingCloud() => mappings = new(
        Queues.Context, Endpoint, Functions, Queues.Sqs, new(Queues.Context.Clock, () => Calls.Count, () => 0));

    /// <summary>Counts what functions call; tests add to it.</summary>
    public CallLog Calls { get; } = new();

    public QueueCloud Queues { get; } = new();

    public RecordingEndpoint Endpoint { get; } = new();

    public FakeFunctions Functions { get; } = new();

    public IReadOnlyList<DeliveredMessage> Delivered => mappings.Delivered;

    public EventSourceMapping Mapping => mappings.All.Single();

    public void Dispose() => mappings.Dispose();

    public async Task QueuesAsync(int visibilityTimeoutSeconds = 60)
    {
        await Queues.QueueAsync("dead");
        await Queues.QueueAsync(
            "events",
            ("visibilityTimeoutSeconds", (double)visibilityTimeoutSeconds),
            ("redrivePolicy", $"{{\"deadLetterTargetArn\":\"{QueueCloud.Arn("dead")}\",\"maxReceiveCount\":3}}"));
    }

    public Task<ResourceState> MapAsync(params (string Key, object Value)[] inputs) => mappings.ResourceTypes.Single().Value(
        new(
            mappings.ResourceTypes.Single().Key,
            "mapping",
            new (string Key, object Value)[] { ("eventSourceArn", QueueCloud.Arn("events")), ("functionName", "record") }
                .Concat(inputs)
                .Aggregate(ImmutableDictionary<string, object>.Empty, (all, input) => all.SetItem(input.Key, input.Value))),
        Queues.Soon);

    public static (string Key, object Value) Concurrency(int most) =>
        ("scalingConfig", ImmutableDictionary<string, object>.Empty.Add("maximumConcurrency", (double)most));

    public static (string Key, object Value) Reports() =>
        ("functionResponseTypes", ImmutableArray.Create<object>("ReportBatchItemFailures"));

    public Task SettleAsync() => Queues.Clock.SettleAsync(Queues.Soon);

    public IReadOnlyList<int> BatchSizes() => [.. Functions.Events.Select(sqsEvent => sqsEvent["Records"]!.AsArray().Count)];
}
