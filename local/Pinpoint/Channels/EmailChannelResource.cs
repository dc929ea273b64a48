using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Resources;

namespace Engagement.Local.Pinpoint.Channels;

/// <summary><c>aws:pinpoint/emailChannel:EmailChannel</c>.</summary>
internal sealed class EmailChannelResource(CloudContext cloud, ApplicationStore applications)
{
    /// <summary>Pulumi type token.</summary>
    public const string Type = "aws:pinpoint/emailChannel:EmailChannel";

    /// <summary>Setting it up again replaces its settings.</summary>
    public ResourceLifecycle Lifecycle => new()
    {
        Update = (request, _, cancellationToken) => CreateAsync(request, cancellationToken),
        Delete = (channel, _) =>
        {
            if (applications.All.FirstOrDefault(application => application.Id == channel.Id) is { } application)
            {
                application.Email = null;
            }

            return Task.CompletedTask;
        },
    };

    /// <summary>Sets up the channel; its id is the application's, as in the provider.</summary>
    public Task<ResourceState> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        request
            .Known(
                "applicationId",
                "configurationSet",
                "enabled",
                "fromAddress",
                "identity",
                "orchestrationSendingRoleArn",
                "region",
                "roleArn")
            .InRegion(cloud);
        var application = applications.Get(request.RequiredText("applicationId"));
        var change = new EmailChannelRequest
        {
            ConfigurationSet = request.Text("configurationSet"),
            Enabled = request.Flag("enabled", true),
            FromAddress = request.RequiredText("fromAddress"),
            Identity = request.RequiredText("identity"),
            OrchestrationSendingRoleArn = request.Text("orchestrationSendingRoleArn"),
            RoleArn = request.Text("roleArn"),
        };
        var channel = EmailChannels.Update(application, change, cloud.Clock.GetUtcNow());
        return Task.FromResult(new ResourceState(application.Id, new Dictionary<string, object>
        {
            ["enabled"] = channel.Enabled,
            ["messagesPerSecond"] = (double)EmailChannels.MessagesPerSecond,
            ["region"] = cloud.Region,
        }));
    }
}
