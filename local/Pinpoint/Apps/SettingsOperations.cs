using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Apps;

/// <summary>GetApplicationSettings and UpdateApplicationSettings.</summary>
internal sealed class SettingsOperations(ApplicationStore applications, TimeProvider clock)
{
    private const string Path = "/v1/apps/{application-id}/settings";
    private const string Resource = "apps/{application-id}";

    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("GetApplicationSettings", "GET", Path, Resource, Get),
        new("UpdateApplicationSettings", "PUT", Path, Resource, Update),
    ];

    private AwsResponse Get(PinpointCall call) => Answer(call, applications.Get(call.ApplicationId));

    private AwsResponse Update(PinpointCall call)
    {
        var application = applications.Get(call.ApplicationId);
        var change = call.Body(PinpointJson.Wire.ApplicationSettings);
        application.Settings = application.Settings with
        {
            CampaignHook = change.CampaignHook ?? application.Settings.CampaignHook,
            Limits = change.Limits ?? application.Settings.Limits,
            JourneyLimits = change.JourneyLimits ?? application.Settings.JourneyLimits,
            QuietTime = change.QuietTime ?? application.Settings.QuietTime,
            LastModifiedDate = Iso8601.Format(clock.GetUtcNow()),
        };
        return Answer(call, application);
    }

    private static AwsResponse Answer(PinpointCall call, Application application) =>
        call.Answer(200, application.Settings with { ApplicationId = application.Id }, PinpointJson.Wire.ApplicationSettings);
}
