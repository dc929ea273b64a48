using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Events;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Segments;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>Decides which way participants go.</summary>
internal sealed class JourneyConditions(EventLog log, TimeProvider clock)
{
    // Attribute by which Pinpoint's own events name the activity of a journey (developer guide, "Journey events").
    private const string ActivityAttribute = "journey_activity_id";

    private const int Percent = 100;

    /// <summary>The next activity of a participant after a split; null where its passage ends.</summary>
    public string? Next(Application application, Journey journey, string activityId, Activity split, Participant participant) =>
        split switch
        {
            { ConditionalSplit: { } conditional } =>
                IsMet(application, conditional.Condition, participant) ? conditional.TrueActivity : conditional.FalseActivity,
            { MultiCondition: { } multi } =>
                (multi.Branches ?? []).FirstOrDefault(branch =>
                    branch.Condition is not null && IsMet(application, branch.Condition, participant))?.NextActivity
                    ?? multi.DefaultActivity,
            { RandomSplit: { } random } => Branch(random.Branches!, Draw(journey, activityId, participant)),
            { Holdout: { } holdout } => Draw(journey, activityId, participant) < holdout.Percentage ? null : holdout.NextActivity,
            _ => throw new ArgumentException("Not a split.", nameof(split)),
        };

    private static string? Branch(IReadOnlyList<RandomSplitEntry> branches, int draw)
    {
        foreach (var branch in branches)
        {
            draw -= branch.Percentage ?? 0;
            if (draw < 0)
            {
                return branch.NextActivity;
            }
        }

        return null;
    }

    /// <summary>A number from 0 to 99, evenly spread over participants, and the same in every run of the same program.</summary>
    private static int Draw(Journey journey, string activityId, Participant participant) =>
        Convert.ToInt32(
            ResourceId.From($"{journey.Id}/{activityId}/{participant.EndpointId.ToUpperInvariant()}/{participant.Entries}")[..6],
            16) % Percent;

    private bool IsMet(Application application, SplitCondition? condition, Participant participant)
    {
        var conditions = condition?.Conditions ?? [];
        return condition?.Operator == "ANY"
            ? conditions.Any(each => IsMet(application, each, participant))
            : conditions.All(each => IsMet(application, each, participant));
    }

    private bool IsMet(Application application, SimpleCondition condition, Participant participant)
    {
        if (condition.EventCondition is { } happened)
        {
            return Happened(application, happened, participant);
        }

        var audience = new Audience(application, clock);
        return application.Endpoints.FindProfile(participant.EndpointId) is { } profile
            && (condition.SegmentDimensions is { } dimensions
                ? audience.Meets(dimensions, profile)
                : application.Segments.Find(condition.SegmentCondition!.SegmentId!) is { } segment && audience.Includes(segment, profile));
    }

    // What is submitted as a standard event, such as _email.open, names the activity of the message that it happened to.
    private bool Happened(Application application, EventCondition condition, Participant participant) =>
        participant.Events.Any(each =>
            (condition.MessageActivity is not { } activity || each.ActivityId == activity)
            && EventDimensionFilter.Fits(condition.Dimensions!, each.EventType, each.Attributes, new Dictionary<string, double>()))
        || log.Find(participant.EndpointId).Any(each =>
            each.ApplicationId == application.Id && each.RecordedAt >= participant.EnteredAt
            && each.Attributes.TryGetValue(ActivityAttribute, out var of)
            && (condition.MessageActivity is not { } activity || of == activity)
            && EventDimensionFilter.Fits(condition.Dimensions!, each.EventType, each.Attributes, each.Metrics));
}
