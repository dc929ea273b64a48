using System.Text.Json;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Tags;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>The operations on journeys, apart from metrics and runs.</summary>
internal sealed class JourneyOperations(
    ApplicationStore applications, TagStore tags, JourneyRules rules, JourneyEntry entry, JourneyRunner runner, TimeProvider clock)
{
    private const string All = "/v1/apps/{application-id}/journeys";
    private const string One = "/v1/apps/{application-id}/journeys/{journey-id}";
    private const string Resource = "apps/{application-id}/journeys/{journey-id}";

    private readonly Lock launching = new();

    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("CreateJourney", "POST", All, "apps/{application-id}/journeys", Create),
        new("ListJourneys", "GET", All, "apps/{application-id}/journeys", List),
        new("GetJourney", "GET", One, Resource, call => Answer(call, 200, Journey(call))),
        new("UpdateJourney", "PUT", One, Resource, Update),
        new("DeleteJourney", "DELETE", One, Resource, Delete),
        new("UpdateJourneyState", "PUT", One + "/state", Resource + "/state", UpdateState),
    ];

    private Application Application(PinpointCall call) => applications.Get(call.ApplicationId);

    private Journey Journey(PinpointCall call) => Application(call).Journeys.Get(call.Path["journey-id"]);

    private AwsResponse Create(PinpointCall call)
    {
        var application = Application(call);
        var request = call.Body(PinpointJson.Wire.WriteJourneyRequest);
        JourneyRules.Check(request);
        lock (launching)
        {
            var launch = request.State == JourneyState.Active;
            if (launch)
            {
                CheckLaunch(request, application);
            }

            var id = application.Journeys.NextId(application.Id);
            var now = Iso8601.Format(clock.GetUtcNow());
            var definition = new JourneyResponse(request)
            {
                ApplicationId = application.Id,
                CreationDate = now,
                Id = id,
                LastModifiedDate = now,
                State = request.State ?? JourneyState.Draft
            };
            var journey = new Journey(definition, $"{application.Arn}/journeys/{id}");
            application.Journeys.Add(journey);
            tags.Register(journey.Arn, null);
            if (launch)
            {
                entry.Launch(application, journey);
            }

            return Answer(call, 201, journey);
        }
    }

    private AwsResponse Update(PinpointCall call)
    {
        var (application, journey) = (Application(call), Journey(call));
        var change = call.Body(PinpointJson.Wire.WriteJourneyRequest);
        lock (launching)
        {
            var current = journey.Definition;
            CheckChange(current, change);
            var next = Merge(current, change);
            JourneyRules.Check(next with { State = change.State });
            var launch = current.State == JourneyState.Draft && next.State == JourneyState.Active;
            if (launch)
            {
                CheckLaunch(next, application);
            }

            journey.Definition = next with { LastModifiedDate = Iso8601.Format(clock.GetUtcNow()) };
            if (launch)
            {
                entry.Launch(application, journey);
            }

            return Answer(call, 200, journey);
        }
    }

    private AwsResponse UpdateState(PinpointCall call)
    {
        var (application, journey) = (Application(call), Journey(call));
        var state = call.Body(PinpointJson.Wire.JourneyStateRequest).State;
        var before = journey.State;
        Require.That(
            state is JourneyState.Active or JourneyState.Paused or JourneyState.Cancelled, "State is ACTIVE, PAUSED or CANCELLED.");
        Require.That(
            (before, state) is (JourneyState.Active, _) or (JourneyState.Paused, _) or (
                JourneyState.Closed or JourneyState.Draft, JourneyState.Cancelled),
            $"A journey that is {before} does not become {state}.");
        journey.State = state!;
        if (state != JourneyState.Paused)
        {
            runner.Resume(application, journey);
        }

        return Answer(call, 200, journey);
    }

    private AwsResponse Delete(PinpointCall call)
    {
        var answer = Answer(call, 200, Journey(call));
        tags.Remove(Application(call).Journeys.Remove(Journey(call).Id).Arn);
        return answer;
    }

    private AwsResponse List(PinpointCall call)
    {
        var (page, next) = call.Page(Application(call).Journeys.All);
        return call.Answer(200, new JourneysResponse([.. page.Select(WithTags)], next), PinpointJson.Wire.JourneysResponse);
    }

    private static void CheckChange(JourneyResponse current, WriteJourneyRequest change)
    {
        Require.That(
            current.State is JourneyState.Draft || change.Activities is null || Json(change) == Json(current),
            $"The activities of a journey that is {current.State} cannot be added, changed or removed.");
        Require.That(
            current.State is JourneyState.Draft || change.State is null || change.State == current.State,
            $"A journey that is {current.State} does not become {change.State} by an update.");
        Require.That(
            current.State is not (JourneyState.Cancelled or JourneyState.Completed),
            $"A journey that is {current.State} cannot be changed.");

        static string Json(WriteJourneyRequest journey) =>
            JsonSerializer.Serialize(new WriteJourneyRequest { Activities = journey.Activities }, PinpointJson.Wire.WriteJourneyRequest);
    }

    private static JourneyResponse Merge(JourneyResponse current, WriteJourneyRequest change) => current with
    {
        Activities = change.Activities ?? current.Activities,
        Limits = change.Limits ?? current.Limits,
        LocalTime = change.LocalTime ?? current.LocalTime,
        Name = change.Name ?? current.Name,
        QuietTime = change.QuietTime ?? current.QuietTime,
        RefreshFrequency = change.RefreshFrequency ?? current.RefreshFrequency,
        RefreshOnSegmentUpdate = change.RefreshOnSegmentUpdate ?? current.RefreshOnSegmentUpdate,
        Schedule = change.Schedule ?? current.Schedule,
        StartActivity = change.StartActivity ?? current.StartActivity,
        StartCondition = change.StartCondition ?? current.StartCondition,
        State = change.State ?? current.State,
        TimezoneEstimationMethods = change.TimezoneEstimationMethods ?? current.TimezoneEstimationMethods,
        WaitForQuietTime = change.WaitForQuietTime ?? current.WaitForQuietTime,
        ClosedDays = change.ClosedDays ?? current.ClosedDays,
        JourneyChannelSettings = change.JourneyChannelSettings ?? current.JourneyChannelSettings,
        OpenHours = change.OpenHours ?? current.OpenHours,
        SendingSchedule = change.SendingSchedule ?? current.SendingSchedule,
    };

    private void CheckLaunch(WriteJourneyRequest journey, Application application)
    {
        rules.CheckComplete(journey, application);
        var active = applications.All.SelectMany(each => each.Journeys.All).Where(each => each.State == JourneyState.Active).ToList();
        Require.That(active.Count < JourneyRules.MaximumActive, $"An account has at most {JourneyRules.MaximumActive} active journeys.");
        Require.That(
            journey.StartCondition!.EventStartCondition is null
                || active.Count(each => each.Definition.StartCondition!.EventStartCondition is not null) < JourneyRules.MaximumEventStarted,
            $"An account has at most {JourneyRules.MaximumEventStarted} active journeys that events start.");
    }

    private AwsResponse Answer(PinpointCall call, int status, Journey journey) =>
        call.Answer(status, WithTags(journey), PinpointJson.Wire.JourneyResponse);

    private JourneyResponse WithTags(Journey journey) => journey.Definition with { Tags = tags.Find(journey.Arn) };
}
