using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Resources;

namespace Engagement.Local.Pinpoint.Channels;

/// <summary><c>aws:pinpoint/smsChannel:SmsChannel</c>.</summary>
internal sealed class SmsChannelResource(CloudContext cloud, ApplicationStore applications)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:pinpoint/smsChannel:SmsChannel";

    /// <summary>Setting it up again replaces its settings.</summary>
    public ResourceLifecycle Lifecycle => new()
    {
        Update = (request, _, cancellationToken) => CreateAsync(request, cancellationToken),
        Delete = (channel, _) =>
        {
            if (applications.All.FirstOrDefault(application => application.Id == channel.Id) is { } application)
            {
                application.Sms = null;
            }

            return Task.CompletedTask;
        },
    };

    /// <summary>Sets up the channel; its id is the application's, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request.Known("applicationId", "enabled", "region", "senderId", "shortCode").InRegion(cloud);
        var application = applications.Get(request.RequiredText("applicationId"));
        var change = new SmsChannelRequest
        {
            Enabled = request.Flag("enabled", true),
            SenderId = request.Text("senderId"),
            ShortCode = request.Text("shortCode"),
        };
        var channel = SmsChannels.Update(application, change, cloud.Clock.GetUtcNow());
        return Task.FromResult(new ResourceState(application.Id, new Dictionary<string, object>
        {
            ["enabled"] = channel.Enabled,
            ["promotionalMessagesPerSecond"] = (double)SmsChannels.MessagesPerSecond,
            ["region"] = cloud.Region,
            ["transactionalMessagesPerSecond"] = (double)SmsChannels.MessagesPerSecond,
        }));
    }
}
