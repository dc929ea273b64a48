namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>An endpoint's passage through a journey.</summary>
/// <param name="endpointId">The endpoint.</param>
internal sealed class Participant(string endpointId)
{
    private readonly List<JourneyEvent> events = [];

    public string EndpointId { get; } = endpointId;

    /// <summary>How often it has entered.</summary>
    public int Entries { get; private set; }

    /// <summary>When it last entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Whether it is on its way.</summary>
    public bool IsActive { get; private set; }

    /// <summary>What became of the messages of its present passage.</summary>
    public IReadOnlyList<JourneyEvent> Events => events;

    /// <summary>Begins a passage.</summary>
    public void Enter(DateTimeOffset at)
    {
        events.Clear();
        Entries++;
        EnteredAt = at;
        IsActive = true;
    }

    /// <summary>Ends the passage.</summary>
    public void Leave() => IsActive = false;

    /// <summary>Takes note of what became of a message.</summary>
    public void Add(JourneyEvent happened) => events.Add(happened);
}

/// <summary>What became of a message of a journey.</summary>
/// <param name="ActivityId">The activity that sent it.</param>
/// <param name="EventType">As in Pinpoint's event stream, such as <c>_email.send</c>.</param>
/// <param name="Attributes">What a function said of it.</param>
internal sealed record JourneyEvent(string ActivityId, string EventType, IReadOnlyDictionary<string, string> Attributes);
