using BenchmarkDotNet.Attributes;
using Engagement.Definitions;
using Engagement.Identity;
using Engagement.Pinpoint.Events;
using Engagement.Pixel;
using Engagement.Pixel.Recording;

namespace Benchmarks.Recording;

/// <summary>
/// Where the recorder's time and memory go, for one event: what it decides, how it forms batches, what it makes for the SDK.
/// </summary>
public class PartsBenchmarks
{
    private const int Records = 1_000;

    private readonly string[] messages = [.. PixelRecords.Batch(Records).Records.Select(record => record.Body)];
    private readonly SigningKeys keys = SigningKeys.Create(RecorderFunction.SigningKey);
    private readonly PixelRules rules = new(TrackingPlan.Load(Path.Combine(AppContext.BaseDirectory, "definitions", "events.yaml")));
    private PixelAccepted[] accepted = [];
    private IReadOnlyList<EventBatch> batches = [];

    /// <summary>Makes what the later parts begin with.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        accepted = [.. messages.Select(message => (PixelAccepted)rules.Decide(message, keys))];
        batches = Batch();
    }

    /// <summary>Parses, checks against the plan, verifies signatures.</summary>
    [Benchmark(OperationsPerInvoke = Records)]
    public int Judge()
    {
        var recorded = 0;
        foreach (var message in messages)
        {
            recorded += rules.Decide(message, keys) is PixelAccepted ? 1 : 0;
        }

        return recorded;
    }

    /// <summary>Groups by endpoint, and splits into what one call may hold.</summary>
    [Benchmark(OperationsPerInvoke = Records)]
    public int Group() => Batch().Count;

    /// <summary>Makes the SDK's requests.</summary>
    [Benchmark(OperationsPerInvoke = Records)]
    public int Map() => batches.Sum(batch => PutEventsMapping.Request("app", batch).EventsRequest.BatchItem.Count);

    private IReadOnlyList<EventBatch> Batch() =>
        EventBatch.Divide(accepted.Select(acceptance => new PendingEvent(acceptance, ["message"])));
}
