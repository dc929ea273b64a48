namespace Engagement.Local.Pinpoint.Events;

/// <summary>
/// Every accepted submission, in the order of acceptance. No documentation of Pinpoint says that an event id sent twice counts once, and
/// its event stream shows such events again (aws-amplify/aws-sdk-ios#873). So nothing is merged here: a reader that counts sees both.
/// </summary>
internal sealed class EventLog
{
    private readonly Lock gate = new();
    private readonly List<RecordedEvent> events = [];

    /// <summary>Number of accepted submissions.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return events.Count;
            }
        }
    }

    /// <summary>The submissions of one endpoint, whatever the case of its id, or all where it is null.</summary>
    public IReadOnlyList<RecordedEvent> Find(string? endpointId = null) =>
        Select(each => endpointId is null || string.Equals(each.EndpointId, endpointId, StringComparison.OrdinalIgnoreCase));

    /// <summary>The submissions of one event id.</summary>
    public IReadOnlyList<RecordedEvent> Submissions(string eventId) => Select(each => each.EventId == eventId);

    /// <summary>Event ids that an application accepted more than once, and how often.</summary>
    public IReadOnlyDictionary<string, int> Repeated(string applicationId) => Select(each => each.ApplicationId == applicationId)
        .CountBy(each => each.EventId, StringComparer.Ordinal)
        .Where(count => count.Value > 1)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Keeps accepted submissions.</summary>
    public void Add(IReadOnlyCollection<RecordedEvent> accepted)
    {
        lock (gate)
        {
            events.AddRange(accepted);
        }
    }

    /// <summary>Forgets the events of an application that was deleted.</summary>
    public void Remove(string applicationId)
    {
        lock (gate)
        {
            events.RemoveAll(each => each.ApplicationId == applicationId);
        }
    }

    private RecordedEvent[] Select(Func<RecordedEvent, bool> predicate)
    {
        lock (gate)
        {
            return [.. events.Where(predicate)];
        }
    }
}
