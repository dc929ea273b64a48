using Engagement.Pixel.Recording;

namespace Engagement.Pinpoint.Events;

/// <summary>What goes to Pinpoint in one call.</summary>
public sealed class EventBatch
{
    /// <summary>Most events of one call ("Amazon Pinpoint quotas", event ingestion).</summary>
    public const int MostEvents = 100;

    /// <summary>Most bytes of one call: 4 MB, read as the smaller of its two meanings (same source).</summary>
    public const int MostBytes = 4_000_000;

    private readonly OrderedDictionary<string, EndpointEvents> endpoints = new(EndpointEvents.IdComparer);
    private int bytes;

    public IReadOnlyCollection<EndpointEvents> Endpoints => endpoints.Values;

    public IEnumerable<PendingEvent> Events => endpoints.Values.SelectMany(endpoint => endpoint.Events);

    public int Count { get; private set; }

    /// <summary>False when the batch is full, or the event names another user of its endpoint than the batch does.</summary>
    public bool TryAdd(PendingEvent pending)
    {
        var size = EventSize.Measure(pending.Event);
        if (Count == MostEvents || (Count > 0 && bytes + size > MostBytes))
        {
            return false;
        }

        if (!endpoints.TryGetValue(pending.Event.EndpointId, out var endpoint))
        {
            endpoints.Add(pending.Event.EndpointId, endpoint = new(pending.Event.EndpointId));
        }

        if (!endpoint.TryAdd(pending))
        {
            return false;
        }

        bytes += size;
        Count++;
        return true;
    }

    /// <summary>Splits the events into as few batches as they fit in, those of one endpoint in the order of their times.</summary>
    public static IReadOnlyList<EventBatch> Divide(IEnumerable<PendingEvent> events)
    {
        var batches = new List<EventBatch>();
        foreach (var pending in events.OrderBy(pending => pending.Event.At)
            .GroupBy(pending => pending.Event.EndpointId, EndpointEvents.IdComparer)
            .SelectMany(endpoint => endpoint))
        {
            if (batches.Count == 0 || !batches[^1].TryAdd(pending))
            {
                var batch = new EventBatch();
                batch.TryAdd(pending);
                batches.Add(batch);
            }
        }

        return batches;
    }

    /// <summary>The batch without some of its events.</summary>
    public EventBatch Without(IReadOnlyCollection<PendingEvent> events)
    {
        var rest = new EventBatch();
        foreach (var pending in Events.Except(events))
        {
            rest.TryAdd(pending);
        }

        return rest;
    }

    /// <summary>Splits a batch of at least two events in two.</summary>
    public (EventBatch First, EventBatch Second) Halves()
    {
        var (first, second) = (new EventBatch(), new EventBatch());
        foreach (var pending in Events)
        {
            (first.Count < Count / 2 ? first : second).TryAdd(pending);
        }

        return (first, second);
    }
}
