using Engagement.Pixel.Recording;
using Engagement.Telemetry;

namespace Engagement.Pinpoint.Events;

/// <summary>What goes back to the queue.</summary>
/// <param name="metrics">Where it is counted.</param>
public sealed class Returned(MetricsWriter metrics)
{
    private readonly List<string> messageIds = [];
    private readonly HashSet<string> endpoints = new(EndpointEvents.IdComparer);

    public IReadOnlyList<string> MessageIds => messageIds;

    /// <summary>Whether an event has to wait for an earlier one of its endpoint, which goes back.</summary>
    public bool IsBehind(PendingEvent pending) => endpoints.Contains(pending.Event.EndpointId);

    /// <summary>Returns events, and has the later ones of their endpoints wait.</summary>
    public void Add(IEnumerable<PendingEvent> events, string reason)
    {
        foreach (var pending in events)
        {
            endpoints.Add(pending.Event.EndpointId);
            AddAlone([pending], reason);
        }
    }

    /// <summary>Returns events that no others wait for.</summary>
    public void AddAlone(IEnumerable<PendingEvent> events, string reason)
    {
        foreach (var pending in events)
        {
            messageIds.AddRange(pending.MessageIds);
            metrics.CountReturned(pending, reason);
        }
    }
}
