using Engagement.Journeys.Simulation;

namespace Engagement.Definitions.Journeys;

/// <summary>What journeys are promised to do, in one case: events, and the messages that they bring.</summary>
public sealed record JourneyExample
{
    /// <summary>What it promises, in the words of the file.</summary>
    public required string Name { get; init; }

    /// <summary>When the first event may happen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The customer's user attributes.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Customer { get; init; }

    /// <summary>What happens.</summary>
    public required IReadOnlyList<SimulatedEvent> Events { get; init; }

    /// <summary>The messages that come, in order: the template and how long after <see cref="At"/>, such as <c>tips@P3D</c>.</summary>
    public required IReadOnlyList<string> Messages { get; init; }
}
