using Engagement.Infra.Configuration;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>The settings of the Pinpoint application, under <c>pinpoint:</c>.</summary>
internal sealed record PinpointSettings
{
    /// <summary>
    /// Protects the application, and with it all customers and events, from deletion, until this is set to false and deployed. Default:
    /// true in the stack <c>prod</c>, false elsewhere.
    /// </summary>
    public required bool ProtectApplication { get; init; }

    public static PinpointSettings Read(ConfigReader config) => new()
    {
        ProtectApplication = config.Flag("protectApplication") ?? Pulumi.Deployment.Instance.StackName == "prod",
    };
}
