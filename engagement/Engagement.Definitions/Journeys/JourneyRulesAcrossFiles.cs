using Engagement.Definitions.Announcements;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Topics;

namespace Engagement.Definitions.Journeys;

/// <summary>What has to hold between the journeys and the other files.</summary>
internal sealed class JourneyRulesAcrossFiles(DefinitionReader reader, IReadOnlyList<ReadJourney> journeys)
{
    private static readonly TimeSpan ShortestAnonymousAgain = TimeSpan.FromDays(1);

    public void Check(TrackingPlan plan)
    {
        foreach (var read in journeys)
        {
            if (plan.Find(read.Journey.Event) is { } started)
            {
                CheckAgain(read, started);
                CheckWhere(read, started);
            }
        }
    }

    public void Check(TopicCatalog topics)
    {
        foreach (var read in journeys.Where(each => each.Journey is { Between: not null, Topic: not null }))
        {
            if (topics.Find(read.Journey.Topic!)?.Kind == TopicKind.Transactional)
            {
                reader.Report(
                    read.Fields.Value("between")!,
                    read.Fields.PathOf("between"),
                    $"the topic '{read.Journey.Topic}' is transactional, and an essential message waits for no hours; leave out one of "
                        + "the two");
            }
        }
    }

    public void RefuseTooMany(IReadOnlyList<Announcement> announcements)
    {
        var announced = announcements.Count(each => each.Via == AnnouncementRoute.Journey);
        if (journeys.Count > 0 && journeys.Count + announced > reader.Limits.EventStartedJourneys)
        {
            reader.Report(
                $"{journeys.Count} journeys and {announced} announcements with 'via: journey'; {reader.Limits.Platform} runs "
                    + $"{reader.Limits.EventStartedJourneys} that events start");
        }
    }

    // Anyone can have mail sent to any customer by an anonymous event, so that it has to be seldom.
    private void CheckAgain(ReadJourney read, PlannedEvent started)
    {
        const string key = "again";
        if (started.Identity == EventIdentity.Anonymous && read.Journey.Again < ShortestAnonymousAgain
            && read.Fields.Value(key) is { } again)
        {
            reader.Report(
                again,
                read.Fields.PathOf(key),
                $"{started.Name} is anonymous, so anyone may cause it: never, or P1D and more. Or make it signed");
        }
    }

    private void CheckWhere(ReadJourney read, PlannedEvent started)
    {
        if (read.Fields.Value("where") is not DefinitionMapping where)
        {
            return;
        }

        foreach (var group in where.Entries)
        {
            var known = group.Name == "metrics" ? started.Metrics : started.Attributes;
            foreach (var entry in group.Value is DefinitionMapping { Entries: var entries } ? entries : [])
            {
                if (!known.Contains(entry.Name, StringComparer.Ordinal))
                {
                    reader.Report(
                        entry.Key,
                        $"{read.Fields.PathOf("where")}.{group.Name}.{entry.Name}",
                        $"{started.Name} has no such {(group.Name == "metrics" ? "metric" : "attribute")} in "
                            + $"events.yaml{NearestName.Hint(entry.Name, known.ToArray())}");
                }
            }
        }
    }
}
