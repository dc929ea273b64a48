using Pulumi;
using Aws = Pulumi.Aws;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>The Pinpoint application that all events, customers and messages of an environment belong to, with its channels.</summary>
internal sealed class PinpointApp : ComponentResource
{
    public PinpointApp(string name, PinpointSettings settings, ComponentResourceOptions? options = null)
        : base("engagement:pinpoint:PinpointApp", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        App = new Aws.Pinpoint.App($"{name}-app", new(), new CustomResourceOptions
        {
            Parent = this,
            Protect = settings.ProtectApplication,
        });
        if (settings.Email is { } email)
        {
            _ = new Aws.Pinpoint.EmailChannel($"{name}-email", new()
            {
                ApplicationId = App.ApplicationId,
                FromAddress = email.FromAddress,
                Identity = email.IdentityArn,
            }, asChild);
        }

        if (settings.Sms is { } sms)
        {
            var channel = new Aws.Pinpoint.SmsChannelArgs { ApplicationId = App.ApplicationId, Enabled = true };
            if (sms.SenderId is { } sender)
            {
                channel.SenderId = sender;
            }

            _ = new Aws.Pinpoint.SmsChannel($"{name}-sms", channel, asChild);
        }

        RegisterOutputs();
    }

    public Aws.Pinpoint.App App { get; }
}
