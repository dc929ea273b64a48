using Engagement.Infra.Configuration;
using Engagement.Infra.Platforms.Pinpoint.Provisioning;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>The settings that this platform alone has, under <c>pinpoint:</c>, <c>provisioning:</c>, <c>email:</c>,
/// <c>sms:</c> and <c>eventStream:</c>.</summary>
internal sealed record PinpointSettings
{
    /// <summary>
    /// Protects the application, and with it all customers and events, from deletion, until this is set to false and deployed. Default:
    /// true in the stack <c>prod</c>, false elsewhere.
    /// </summary>
    public required bool ProtectApplication { get; init; }

    /// <summary>How the resources that Pulumi lacks are kept up.</summary>
    public required ProvisioningSettings Provisioning { get; init; }

    /// <summary>Null where no e-mail is sent.</summary>
    public required EmailSettings? Email { get; init; }

    /// <summary>Null where no text message is sent.</summary>
    public required SmsChannelSettings? Sms { get; init; }

    /// <summary>Null where events are not archived.</summary>
    public required EventStreamSettings? EventStream { get; init; }

    public static PinpointSettings Read(ConfigProblems problems) => new()
    {
        ProtectApplication = new ConfigReader("pinpoint", problems).Flag("protectApplication")
            ?? Pulumi.Deployment.Instance.StackName == "prod",
        Provisioning = ProvisioningSettings.Read(new ConfigReader("provisioning", problems)),
        Email = EmailSettings.Read(new ConfigReader("email", problems)),
        Sms = SmsChannelSettings.Read(new ConfigReader("sms", problems)),
        EventStream = EventStreamSettings.ReadOptional(new ConfigReader("eventStream", problems)),
    };
}
