using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Channels;

/// <summary>GetChannels and the e-mail channel's operations.</summary>
internal sealed class ChannelOperations(ApplicationStore applications, TimeProvider clock)
{
    private const string All = "/v1/apps/{application-id}/channels";
    private const string Email = "/v1/apps/{application-id}/channels/email";
    private const string EmailResource = "apps/{application-id}/channels/email";

    /// <summary>The operations.</summary>
    public IEnumerable<PinpointOperation> Operations =>
    [
        new("GetChannels", "GET", All, "apps/{application-id}/channels", List),
        new("GetEmailChannel", "GET", Email, EmailResource, Get),
        new("UpdateEmailChannel", "PUT", Email, EmailResource, Update),
        new("DeleteEmailChannel", "DELETE", Email, EmailResource, Delete),
    ];

    private AwsResponse List(PinpointCall call)
    {
        var application = applications.Get(call.ApplicationId);
        var channels = new Dictionary<string, ChannelResponse>(StringComparer.Ordinal);
        if (application.Email is { } email)
        {
            channels["EMAIL"] = Summary(application, email, "email");
        }

        if (application.Sms is { } sms)
        {
            channels["SMS"] = Summary(application, sms, "sms");
        }

        return call.Answer(200, new ChannelsResponse(channels), PinpointJson.Wire.ChannelsResponse);
    }

    private static ChannelResponse Summary(Application application, ApplicationChannel channel, string id) => new()
    {
        ApplicationId = application.Id,
        CreationDate = Iso8601.Format(channel.CreationDate),
        Enabled = channel.Enabled,
        HasCredential = false,
        Id = id,
        IsArchived = false,
        LastModifiedDate = Iso8601.Format(channel.LastModifiedDate),
        Version = channel.Version,
    };

    private AwsResponse Get(PinpointCall call)
    {
        var application = applications.Get(call.ApplicationId);
        return Answer(call, application, Existing(application));
    }

    private AwsResponse Update(PinpointCall call)
    {
        var application = applications.Get(call.ApplicationId);
        var request = call.Body(PinpointJson.Wire.EmailChannelRequest);
        return Answer(call, application, EmailChannels.Update(application, request, clock.GetUtcNow()));
    }

    private AwsResponse Delete(PinpointCall call)
    {
        var application = applications.Get(call.ApplicationId);
        var channel = Existing(application);
        application.Email = null;
        return Answer(call, application, channel);
    }

    private static EmailChannel Existing(Application application) => application.Email ?? throw PinpointError.NotFound("e-mail channel");

    private static AwsResponse Answer(PinpointCall call, Application application, EmailChannel channel) =>
        call.Answer(200, EmailChannels.Response(application, channel), PinpointJson.Wire.EmailChannelResponse);
}
