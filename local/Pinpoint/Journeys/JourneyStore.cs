using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>The journeys of one application. Thread-safe.</summary>
internal sealed class JourneyStore
{
    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, Journey> journeys = new(StringComparer.Ordinal);
    private int created;

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<Journey> All
    {
        get
        {
            lock (gate)
            {
                return [.. journeys.Values];
            }
        }
    }

    /// <summary>One by its id.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>: there is none.</exception>
    public Journey Get(string id)
    {
        lock (gate)
        {
            return journeys.TryGetValue(id, out var found) ? found : throw PinpointError.NotFound("journey");
        }
    }

    /// <summary>Id for the next journey of an application.</summary>
    public string NextId(string applicationId) => ResourceId.Of($"{applicationId}/journeys/{Interlocked.Increment(ref created)}");

    /// <summary>Stores a new journey.</summary>
    public void Add(Journey journey)
    {
        lock (gate)
        {
            journeys.Add(journey.Id, journey);
        }
    }

    /// <summary>Removes a journey; whoever was on it goes no further.</summary>
    public Journey Remove(string id)
    {
        lock (gate)
        {
            var journey = Get(id);
            journey.State = JourneyState.Cancelled;
            journeys.Remove(id);
            return journey;
        }
    }

    /// <summary>Removes all of them.</summary>
    public void Clear()
    {
        foreach (var journey in All)
        {
            Remove(journey.Id);
        }
    }
}
