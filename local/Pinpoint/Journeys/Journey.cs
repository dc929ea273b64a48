namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>A journey and who is on it. Guarded by its own lock, which is held only for moments.</summary>
internal sealed class Journey(JourneyResponse definition, string arn)
{
    /// <summary>Entries of a participant where the journey does not say how many.</summary>
    public const int DefaultEntries = 1;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Participant> participants = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(IReadOnlyList<Participant> Group, string? ActivityId)> held = [];
    private JourneyResponse definition = definition;

    public string Id { get; } = definition.Id;

    public string Arn { get; } = arn;

    /// <summary>What the journey is.</summary>
    public JourneyResponse Definition
    {
        get
        {
            lock (gate)
            {
                return definition;
            }
        }

        set
        {
            lock (gate)
            {
                definition = value;
            }
        }
    }

    /// <summary>One of <see cref="JourneyState"/>.</summary>
    public string State
    {
        get => Definition.State!;
        set
        {
            lock (gate)
            {
                definition = definition with { State = value };
            }
        }
    }

    /// <summary>When endpoints may enter: from five minutes after its launch, or later where its schedule says so.</summary>
    public DateTimeOffset OpensAt { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>Endpoints that are on their way.</summary>
    public int Active
    {
        get
        {
            lock (gate)
            {
                return participants.Values.Count(each => each.IsActive);
            }
        }
    }

    /// <summary>
    /// Lets endpoints enter, save those that are on their way or have entered as often as they may; answers those that did.
    /// </summary>
    public IReadOnlyList<Participant> Enter(IEnumerable<string> endpointIds, DateTimeOffset now)
    {
        lock (gate)
        {
            var cap = definition.Limits?.EndpointReentryCap ?? DefaultEntries;
            var interval = definition.Limits?.EndpointReentryInterval is { } text ? JourneyDuration.Parse(text) : TimeSpan.Zero;
            return [
                .. endpointIds.Select(Existing)
                    .Where(each =>
                        !each.IsActive && (cap == 0 || each.Entries < cap) && (each.Entries == 0 || now - each.EnteredAt >= interval))
                    .Select(Entered)
            ];
        }

        Participant Entered(Participant participant)
        {
            participant.Enter(now);
            return participant;
        }
    }

    /// <summary>Keeps a group where it is until the journey is resumed.</summary>
    public void Hold(IReadOnlyList<Participant> group, string? activityId)
    {
        lock (gate)
        {
            held.Add((group, activityId));
        }
    }

    /// <summary>Those who were kept, in the order in which they arrived.</summary>
    public IReadOnlyList<(IReadOnlyList<Participant> Group, string? ActivityId)> Release()
    {
        lock (gate)
        {
            var released = held.ToList();
            held.Clear();
            return released;
        }
    }

    /// <summary>Ends the passage of a group.</summary>
    public void Leave(IEnumerable<Participant> group)
    {
        lock (gate)
        {
            foreach (var participant in group)
            {
                participant.Leave();
            }
        }
    }

    private Participant Existing(string endpointId)
    {
        if (!participants.TryGetValue(endpointId, out var participant))
        {
            participants[endpointId] = participant = new Participant(endpointId);
        }

        return participant;
    }
}
