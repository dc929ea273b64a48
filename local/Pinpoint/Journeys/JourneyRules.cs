using System.Text.RegularExpressions;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>What Pinpoint demands of a journey (service model, WriteJourneyRequest; developer guide, "Journey quotas").</summary>
internal sealed partial class JourneyRules(ActivityRules activities)
{
    /// <summary>Activities of one journey.</summary>
    public const int MaximumActivities = 40;

    /// <summary>Active journeys of an account.</summary>
    public const int MaximumActive = 50;

    /// <summary>Of these, journeys that events start.</summary>
    public const int MaximumEventStarted = 20;

    /// <summary>Entries of one participant.</summary>
    public const int MaximumEntries = 100;

    /// <summary>Longest time between a journey's start and its end.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromDays(540);

    /// <summary>Shortest time between two refreshes.</summary>
    public static readonly TimeSpan ShortestRefresh = TimeSpan.FromHours(1);

    /// <summary>Checks a journey as it is to be stored, draft or not.</summary>
    /// <exception cref="AwsException">It breaks a rule, or needs what this cloud does not do.</exception>
    public static void Check(WriteJourneyRequest journey)
    {
        CheckDone(journey);
        Require.That(journey.Name is { } name && Name().IsMatch(name), "Name has 1 to 150 letters, digits, underscores and hyphens.");
        Require.That(journey.State is null or JourneyState.Draft or JourneyState.Active, "State is DRAFT or ACTIVE.");
        Require.That((journey.Activities?.Count ?? 0) <= MaximumActivities, $"A journey has at most {MaximumActivities} activities.");
        Require.That(
            journey.Limits?.EndpointReentryCap is null or (>= 0 and <= MaximumEntries),
            $"Limits.EndpointReentryCap is 0 to {MaximumEntries}.");
        Require.That(
            journey.Limits?.EndpointReentryInterval is not { } interval || JourneyDuration.TryParse(interval, out _),
            "Limits.EndpointReentryInterval is not an ISO 8601 duration.");
        Require.That(
            journey.RefreshFrequency is not { } frequency
                || (JourneyDuration.TryParse(frequency, out var every) && every >= ShortestRefresh),
            "RefreshFrequency is an ISO 8601 duration of at least an hour.");
        CheckSchedule(journey.Schedule);
        foreach (var (id, activity) in journey.Activities ?? new Dictionary<string, Activity>())
        {
            Require.That(activity is not null, "An activity is null.");
            ActivityRules.Check(id, activity!);
        }
    }

    /// <summary>Checks what a journey needs to be published.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: it is not complete.</exception>
    public void CheckComplete(WriteJourneyRequest journey, Application application)
    {
        var known = journey.Activities ?? new Dictionary<string, Activity>();
        Require.That(journey.StartActivity is { } start && known.ContainsKey(start), "StartActivity names no activity of the journey.");
        Require.That(
            known.Values.SelectMany(activity => activity.Next()).All(next => string.IsNullOrEmpty(next) || known.ContainsKey(next)),
            "An activity leads to one that the journey does not have.");
        Require.That(
            known.Values.SelectMany(ActivityRules.AskedAbout).All(known.ContainsKey),
            "A condition is about the message of an activity that the journey does not have.");
        CheckStart(journey.StartCondition, application);
        foreach (var activity in known.Values)
        {
            activities.CheckComplete(activity, application);
        }
    }

    private static void CheckStart(StartCondition? condition, Application application)
    {
        var (started, segment) = (condition?.EventStartCondition, condition?.SegmentStartCondition);
        Require.That(
            (started is null) != (segment is null), "StartCondition has either an EventStartCondition or a SegmentStartCondition.");
        if (started is not null)
        {
            Require.NotSet(("EventFilter.FilterType SYSTEM", started.EventFilter?.FilterType == "SYSTEM"));
            Require.That(
                started.EventFilter is { FilterType: "ENDPOINT", Dimensions.EventType.Values.Count: > 0 },
                "EventFilter has the FilterType ENDPOINT and an EventType.");
            ActivityRules.CheckEvent(started.EventFilter!.Dimensions!);
        }

        Require.That(
            (segment?.SegmentId ?? started?.SegmentId) is not { } id ? segment is null : application.Segments.Find(id) is not null,
            "StartCondition names a segment that does not exist.");
    }

    private static void CheckSchedule(JourneySchedule? schedule)
    {
        DateTimeOffset start = default, end = default;
        Require.That(
            (schedule?.StartTime is not { } from || Iso8601.TryParse(from, out start))
                && (schedule?.EndTime is not { } to || Iso8601.TryParse(to, out end)),
            "Schedule.StartTime and Schedule.EndTime are ISO 8601 dates and times.");
        Require.That(
            schedule is not { StartTime: not null, EndTime: not null } || (end > start && end - start <= LongestRun),
            $"Schedule.EndTime is after Schedule.StartTime, by at most {LongestRun.TotalDays} days.");
    }

    private static void CheckDone(WriteJourneyRequest journey) => Require.NotSet(
        ("ClosedDays", journey.ClosedDays is not null),
        ("JourneyChannelSettings", journey.JourneyChannelSettings is not null),
        ("Limits.DailyCap", journey.Limits?.DailyCap > 0),
        ("Limits.TimeframeCap", journey.Limits?.TimeframeCap is not null),
        ("Limits.TotalCap", journey.Limits?.TotalCap > 0),
        ("LocalTime", journey.LocalTime == true),
        ("OpenHours", journey.OpenHours is not null),
        ("QuietTime", journey.QuietTime is { Start: not null } or { End: not null }),
        ("SendingSchedule", journey.SendingSchedule == true),
        ("WaitForQuietTime", journey.WaitForQuietTime == true));

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,150}\z")]
    private static partial Regex Name();
}
