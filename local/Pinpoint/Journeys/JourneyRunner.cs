using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Scheduling;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>Moves participants through their journeys, in groups that are at the same activity.</summary>
internal sealed class JourneyRunner(Agenda agenda, JourneyMessages messages, JourneyConditions conditions, TimeProvider clock)
{
    /// <summary>Brings a group to an activity, and on from there as far as it can go now.</summary>
    public async Task MoveAsync(Application application, Journey journey, IReadOnlyList<Participant> group, string? activityId)
    {
        while (group.Count > 0)
        {
            if (journey.State == JourneyState.Paused)
            {
                journey.Hold(group, activityId);
                return;
            }

            if (journey.State == JourneyState.Cancelled || string.IsNullOrEmpty(activityId))
            {
                Finish(journey, group);
                return;
            }

            var activity = journey.Definition.Activities![activityId];
            if (activity.Wait is { } wait)
            {
                Wait(application, journey, wait.WaitTime!, () => MoveAsync(application, journey, group, wait.NextActivity));
                return;
            }

            if ((activity.ConditionalSplit?.EvaluationWaitTime ?? activity.MultiCondition?.EvaluationWaitTime) is { } evaluation)
            {
                var (waiting, split) = (group, activityId);
                Wait(application, journey, evaluation, () => SplitAsync(application, journey, waiting, split, activity));
                return;
            }

            if (activity is { ConditionalSplit: not null } or { MultiCondition: not null } or { RandomSplit: not null }
                or { Holdout: not null })
            {
                await SplitAsync(application, journey, group, activityId, activity);
                return;
            }

            await messages.SendAsync(application, journey, activityId, activity, group);
            activityId = activity.Next().FirstOrDefault(next => next is not null);
        }
    }

    /// <summary>Moves on those who were kept while the journey was paused.</summary>
    public void Resume(Application application, Journey journey)
    {
        foreach (var (group, activityId) in journey.Release())
        {
            agenda.Now($"journey {journey.Id}", () => MoveAsync(application, journey, group, activityId));
        }
    }

    /// <summary>A closed journey that everybody is through is completed.</summary>
    public static void Complete(Journey journey)
    {
        if (journey.State == JourneyState.Closed && journey.Active == 0)
        {
            journey.State = JourneyState.Completed;
        }
    }

    private static void Finish(Journey journey, IReadOnlyList<Participant> group)
    {
        journey.Leave(group);
        Complete(journey);
    }

    private void Wait(Application application, Journey journey, WaitTime wait, Func<Task> then)
    {
        var due = wait.WaitUntil is { } until && Iso8601.TryParse(until, out var instant)
            ? instant
            : clock.GetUtcNow() + JourneyDuration.Parse(wait.WaitFor!);
        agenda.At(due, $"journey {journey.Id} of {application.Id}", then);
    }

    private async Task SplitAsync(
        Application application, Journey journey, IReadOnlyList<Participant> group, string activityId, Activity activity)
    {
        if (journey.State == JourneyState.Cancelled)
        {
            Finish(journey, group);
            return;
        }

        foreach (var branch in
            group.GroupBy(participant =>
                conditions.Next(application, journey, activityId, activity, participant) ?? "").ToList())
        {
            await MoveAsync(application, journey, [.. branch], branch.Key);
        }
    }
}
