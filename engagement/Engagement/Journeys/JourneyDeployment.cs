using Engagement.Definitions.Journeys;
using Engagement.Sending;

namespace Engagement.Journeys;

/// <summary>What a deployment writes of journeys.</summary>
/// <param name="Versions">The versions of the definitions.</param>
/// <param name="Heads">The heads of all journeys, those that are removed included.</param>
public sealed record JourneyDeployment(IReadOnlyList<JourneyVersion> Versions, IReadOnlyList<JourneyHead> Heads)
{
    /// <summary>Compares the definitions with the heads that the store has.</summary>
    /// <param name="catalog">The definitions.</param>
    /// <param name="book">What the store has.</param>
    /// <param name="now">When the deployment is.</param>
    /// <param name="opens">From when on events start journeys whose names are new: <paramref name="now"/> or later.</param>
    public static JourneyDeployment Plan(JourneyCatalog catalog, JourneyBook book, DateTimeOffset now, DateTimeOffset opens)
    {
        JourneyVersion[] versions = [.. catalog.Journeys.Select(JourneyVersion.From)];
        var kept = catalog.Journeys.Zip(versions, (journey, version) => Head(journey, version.Id, book, now, opens));
        var removed = book.Heads.Where(head => catalog.Find(head.Journey) is null)
            .Select(head => head with { Removed = head.Removed ?? now });
        return new(versions, [.. kept.Concat(removed).OrderBy(head => head.Journey, StringComparer.Ordinal)]);
    }

    private static JourneyHead Head(Journey journey, string version, JourneyBook book, DateTimeOffset now, DateTimeOffset opens) =>
        book.Head(journey.Name) is { Removed: null } head
            ? head with { Version = version, Closed = journey.Closed, Superseded = Superseded(head, version, book, now) }
            : new() { Journey = journey.Name, Version = version, Opens = opens, Closed = journey.Closed };

    private static SupersededVersion[] Superseded(JourneyHead head, string version, JourneyBook book, DateTimeOffset now)
    {
        var before = head.Version == version || book.Find(head.Journey, head.Version) is not { } journey
            ? head.Superseded
            : head.Superseded.Append(new(head.Version, now + JourneyTimes.LongestStay(journey)));
        return [.. before.Where(each => each.Version != version && each.Until > now)];
    }
}
