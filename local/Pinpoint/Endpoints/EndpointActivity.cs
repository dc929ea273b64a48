using System.Collections.Concurrent;

namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>When each endpoint of an application last sent an event.</summary>
internal sealed class EndpointActivity
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> latest = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes note of an event.</summary>
    public void Seen(string endpointId, DateTimeOffset at) => latest.AddOrUpdate(endpointId, at, (_, before) => at > before ? at : before);

    /// <summary>Whether an endpoint sent an event at or after this instant.</summary>
    public bool Since(string endpointId, DateTimeOffset instant) => latest.TryGetValue(endpointId, out var at) && at >= instant;
}
