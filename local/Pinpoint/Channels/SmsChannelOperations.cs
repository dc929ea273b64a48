using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Channels;

/// <summary>The SMS channel's operations.</summary>
internal sealed class SmsChannelOperations(ApplicationStore applications, TimeProvider clock)
{
    private const string Sms = "/v1/apps/{application-id}/channels/sms";
    private const string Resource = "apps/{application-id}/channels/sms";

    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("GetSmsChannel", "GET", Sms, Resource, Get),
        new("UpdateSmsChannel", "PUT", Sms, Resource, Update),
        new("DeleteSmsChannel", "DELETE", Sms, Resource, Delete),
    ];

    private AwsResponse Get(PinpointCall call)
    {
        var application = applications.Get(call.ApplicationId);
        return Answer(call, application, Existing(application));
    }

    private AwsResponse Update(PinpointCall call)
    {
        var application = applications.Get(call.ApplicationId);
        return Answer(
            call, application, SmsChannels.Update(application, call.Body(PinpointJson.Wire.SmsChannelRequest), clock.GetUtcNow()));
    }

    private AwsResponse Delete(PinpointCall call)
    {
        var application = applications.Get(call.ApplicationId);
        var channel = Existing(application);
        application.Sms = null;
        return Answer(call, application, channel);
    }

    private static SmsChannel Existing(Application application) => application.Sms ?? throw PinpointError.NotFound("SMS channel");

    private static AwsResponse Answer(PinpointCall call, Application application, SmsChannel channel) =>
        call.Answer(200, SmsChannels.Response(application, channel), PinpointJson.Wire.SmsChannelResponse);
}
