using System.Runtime.InteropServices;
using Engagement.Pixel.Recording;

namespace Engagement.Pinpoint.Events;

/// <summary>What goes to Pinpoint in one call.</summary>
public sealed class EventBatch
{
    /// <summary>Most events of one call ("Amazon Pinpoint quotas", event ingestion).</summary>
    public const int MostEvents = 100;

    /// <summary>Most bytes of one call: 4 MB, read as the smaller of its two meanings (same source).</summary>
    public const int MostBytes = 4_000_000;

    private readonly List<EndpointEvents> endpoints = [];
    private int bytes;

    /// <summary>The endpoints, each once.</summary>
    public IReadOnlyList<EndpointEvents> Endpoints => endpoints;

    public IEnumerable<PendingEvent> Events => endpoints.SelectMany(endpoint => endpoint.Events);

    public int Count { get; private set; }

    /// <summary>Splits the events into as few batches as they fit in, those of one endpoint in the order of their times.</summary>
    public static IReadOnlyList<EventBatch> Divide(IEnumerable<PendingEvent> events) => Fill(InOrder([.. events]));

    // Endpoints by their earliest events, and each endpoint's events by time; of the same time, as they came.
    private static PendingEvent[] InOrder(PendingEvent[] events)
    {
        SortStably(events, static pending => pending.Event.At.UtcTicks);
        var places = new Dictionary<string, int>(events.Length, EndpointEvents.IdComparer);
        SortStably(events, pending => PlaceOf(pending.Event.EndpointId, places));
        return events;
    }

    private static int PlaceOf(string endpointId, Dictionary<string, int> places)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, endpointId, out var isKnown);
        return place = isKnown ? place : places.Count;
    }

    private static void SortStably(PendingEvent[] events, Func<PendingEvent, long> keyOf)
    {
        var keys = new (long Key, int Index)[events.Length];
        var isSorted = true;
        for (var i = 0; i < events.Length; i++)
        {
            keys[i] = (keyOf(events[i]), i);
            isSorted &= i == 0 || keys[i - 1].Key <= keys[i].Key;
        }

        if (!isSorted)
        {
            Array.Sort(keys, events);
        }
    }

    private static List<EventBatch> Fill(IEnumerable<PendingEvent> events)
    {
        var batches = new List<EventBatch>();
        foreach (var pending in events)
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

    /// <summary>
    /// False when the batch is full, or the event names another user of its endpoint than the batch does. An endpoint's events are added
    /// one after the other.
    /// </summary>
    private bool TryAdd(PendingEvent pending)
    {
        var size = EventSize.Measure(pending.Event);
        if (Count == MostEvents || (Count > 0 && bytes + size > MostBytes))
        {
            return false;
        }

        if (endpoints.Count == 0 || !EndpointEvents.IdComparer.Equals(endpoints[^1].EndpointId, pending.Event.EndpointId))
        {
            endpoints.Add(new(pending.Event.EndpointId));
        }

        if (!endpoints[^1].TryAdd(pending))
        {
            return false;
        }

        bytes += size;
        Count++;
        return true;
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
