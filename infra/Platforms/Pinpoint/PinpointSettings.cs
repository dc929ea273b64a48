using Engagement.Infra.Configuration;

namespace Engagement.Infra.Platforms.Pinpoint;

/// <summary>The settings of the Pinpoint application, under <c>pinpoint:</c>.</summary>
internal sealed record PinpointSettings
{
    /// <summary>
    /// Whether the application, and with it all customers and events, can only be deleted after this is set to false and deployed;
    /// true by default in the stack <c>prod</c>, otherwise false.
    /// </summary>
    public required bool ProtectApplication { get; init; }

    public static PinpointSettings Read(ConfigReader config) => new()
    {
        ProtectApplication = config.Flag("protectApplication") ?? Pulumi.Deployment.Instance.StackName == "prod",
    };
}
