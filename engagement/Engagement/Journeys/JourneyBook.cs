using System.Collections.Frozen;
using Engagement.Definitions.Journeys;

namespace Engagement.Journeys;

/// <summary>All journeys that customers may enter or be in, as the store holds them.</summary>
public sealed class JourneyBook
{
    private readonly FrozenDictionary<string, JourneyHead> heads;
    private readonly FrozenDictionary<(string Journey, string Version), Journey> versions;
    private readonly FrozenSet<string> watched;
    private readonly FrozenDictionary<string, (JourneyHead Head, Journey Journey)[]> started;

    /// <param name="heads">The heads, each name once.</param>
    /// <param name="versions">The current version of each head, and the superseded ones; those of other heads do no harm.</param>
    public JourneyBook(IEnumerable<JourneyHead> heads, IEnumerable<JourneyVersion> versions)
    {
        this.heads = heads.ToFrozenDictionary(head => head.Journey, StringComparer.Ordinal);
        this.versions = versions.ToFrozenDictionary(version => (version.Journey.Name, version.Id), version => version.Journey);
        watched = this.versions.Values.SelectMany(journey => journey.Watched).ToFrozenSet(StringComparer.Ordinal);
        Open = [.. this.heads.Values.Where(head => head.Removed is null).OrderBy(head => head.Journey, StringComparer.Ordinal)];
        var current = from head in Open let journey = Find(head.Journey, head.Version) where journey is not null select (head, journey);
        started = current.GroupBy(each => each.journey.Event, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>A book without journeys.</summary>
    public static JourneyBook Empty { get; } = new([], []);

    /// <summary>The heads of all journeys, those that are removed included.</summary>
    public IEnumerable<JourneyHead> Heads => heads.Values;

    /// <summary>The heads of the journeys that are not removed, by name.</summary>
    public IReadOnlyList<JourneyHead> Open { get; }

    /// <summary>The head of a name; null when there never was one.</summary>
    public JourneyHead? Head(string journey) => heads.GetValueOrDefault(journey);

    /// <summary>A version of a journey; null when the store has none.</summary>
    public Journey? Find(string journey, string version) => versions.GetValueOrDefault((journey, version));

    /// <summary>The journeys that an event of a type may let a customer into, by name.</summary>
    public IReadOnlyList<(JourneyHead Head, Journey Journey)> StartedBy(string eventType) => started.GetValueOrDefault(eventType) ?? [];

    /// <summary>Whether an <c>until</c> or <c>did</c> of any version that customers may be in names an event type.</summary>
    public bool Watches(string eventType) => watched.Contains(eventType);

    /// <summary>Whether an event type concerns any journey. An event that does not costs no read.</summary>
    public bool Concerns(string eventType) => Watches(eventType) || started.ContainsKey(eventType);
}
