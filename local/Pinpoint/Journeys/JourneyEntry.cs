using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Endpoints;
using Engagement.Local.Pinpoint.Events;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Scheduling;
using Engagement.Local.Pinpoint.Segments;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>Opens and closes journeys, and lets endpoints enter with events and segments.</summary>
internal sealed class JourneyEntry(Agenda agenda, JourneyRunner runner, TimeProvider clock)
{
    /// <summary>How long after its launch a journey lets the first endpoint enter (user guide, "Publish the journey").</summary>
    public static readonly TimeSpan OpensAfter = TimeSpan.FromMinutes(5);

    /// <summary>Launches a journey that has just become active.</summary>
    public void Launch(Application application, Journey journey)
    {
        var definition = journey.Definition;
        var opens = clock.GetUtcNow() + OpensAfter;
        opens = definition.Schedule?.StartTime is { } text && Iso8601.TryParse(text, out var start) && start > opens ? start : opens;
        journey.OpensAt = opens;
        if (definition.Schedule?.EndTime is { } last && Iso8601.TryParse(last, out var end))
        {
            agenda.At(end, $"end of journey {journey.Id}", () => Close(journey));
        }

        if (definition.StartCondition!.SegmentStartCondition is not null)
        {
            agenda.At(opens, $"entry of journey {journey.Id}", () => RefreshAsync(application, journey, opens));
        }
    }

    /// <summary>Lets the endpoint of an accepted event enter the journeys that the event starts.</summary>
    public void Occurred(Application application, RecordedEvent happened)
    {
        foreach (var journey in application.Journeys.All.Where(journey => IsOpen(journey) && IsStartedBy(application, journey, happened)))
        {
            var entered = journey.Enter([happened.EndpointId], clock.GetUtcNow());
            if (entered.Count > 0)
            {
                agenda.Now(
                    $"journey {journey.Id}", () => runner.MoveAsync(application, journey, entered, journey.Definition.StartActivity));
            }
        }
    }

    /// <summary>Lets the new members of an updated segment enter the journeys that wish to know at once.</summary>
    public void Updated(Application application, SegmentResponse segment)
    {
        foreach (var journey in
            application.Journeys.All.Where(journey =>
                journey.Definition.RefreshOnSegmentUpdate == true && SegmentOf(journey) == segment.Id && IsOpen(journey)))
        {
            agenda.Now($"refresh of journey {journey.Id}", () => EnterMembersAsync(application, journey));
        }
    }

    private static string? SegmentOf(Journey journey) => journey.Definition.StartCondition?.SegmentStartCondition?.SegmentId;

    private bool IsOpen(Journey journey) => journey.State == JourneyState.Active && clock.GetUtcNow() >= journey.OpensAt;

    private bool IsStartedBy(Application application, Journey journey, RecordedEvent happened) =>
        journey.Definition.StartCondition?.EventStartCondition is { EventFilter.Dimensions: { } dimensions } condition
        && EventDimensionFilter.Fits(dimensions, happened.EventType, happened.Attributes, happened.Metrics)
        && (condition.SegmentId is not { } id || IsMember(application, id, happened.EndpointId));

    private bool IsMember(Application application, string segmentId, string endpointId) =>
        application.Segments.Find(segmentId) is { } segment
        && application.Endpoints.FindProfile(endpointId) is { } profile
        && new Audience(application, clock).Includes(segment, profile);

    private async Task RefreshAsync(Application application, Journey journey, DateTimeOffset due)
    {
        if (journey.State is not (JourneyState.Active or JourneyState.Paused))
        {
            return;
        }

        // A paused journey misses this refresh, not the next.
        await (journey.State == JourneyState.Active ? EnterMembersAsync(application, journey) : Task.CompletedTask);
        if (journey.Definition.RefreshFrequency is { } frequency)
        {
            var next = due + JourneyDuration.Parse(frequency);
            agenda.At(next, $"refresh of journey {journey.Id}", () => RefreshAsync(application, journey, next));
        }
        else if (journey.Definition.RefreshOnSegmentUpdate != true)
        {
            await Close(journey);
        }
    }

    private async Task EnterMembersAsync(Application application, Journey journey)
    {
        if (application.Segments.Find(SegmentOf(journey)!) is { } segment)
        {
            var members = new Audience(application, clock)
                .Members(segment)
                .Where(member => member.IsReachable)
                .Select((Profile member) => member.Endpoint.Id);
            await runner.MoveAsync(application, journey, journey.Enter(members, clock.GetUtcNow()), journey.Definition.StartActivity);
        }
    }

    private static Task Close(Journey journey)
    {
        if (journey.State is JourneyState.Active or JourneyState.Paused)
        {
            journey.State = JourneyState.Closed;
            JourneyRunner.Complete(journey);
        }

        return Task.CompletedTask;
    }
}
