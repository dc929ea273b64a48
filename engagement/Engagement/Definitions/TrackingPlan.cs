using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Engagement.Times;

namespace Engagement.Definitions;

/// <summary>The events that the pixel accepts.</summary>
public sealed record TrackingPlan
{
    private readonly FrozenDictionary<string, PlannedEvent>.AlternateLookup<ReadOnlySpan<char>> byName;

    /// <summary>Whether events that the plan does not list are recorded, with whatever they carry. Default false.</summary>
    public bool AcceptUnknownEvents { get; init; }

    /// <summary>
    /// Whether a request with <c>Sec-GPC: 1</c> or <c>DNT: 1</c> is left unrecorded. Default true: leaving out the key must not
    /// override a visitor's wish, which several laws protect.
    /// </summary>
    public bool HonorPrivacySignals { get; init; } = true;

    /// <summary>Which user attributes hold dates; null when none does.</summary>
    public DateDefaults? Dates { get; init; }

    /// <summary>The zone of customers who have none: that of <see cref="Dates"/>, otherwise UTC.</summary>
    [JsonIgnore]
    public CustomerZone Zone => Dates?.Zone ?? CustomerZone.Utc;

    /// <summary>The events, in the order of the file; each name once.</summary>
    public required IReadOnlyList<PlannedEvent> Events
    {
        get;
        init
        {
            field = value;
            byName = value.ToFrozenDictionary(planned => planned.Name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    /// <summary>The event of this name; null when the plan does not list it.</summary>
    public PlannedEvent? Find(ReadOnlySpan<char> eventType) => byName.TryGetValue(eventType, out var planned) ? planned : null;
}
