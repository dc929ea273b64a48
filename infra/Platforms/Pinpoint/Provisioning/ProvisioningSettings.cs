using Engagement.Infra.Configuration;

namespace Engagement.Infra.Platforms.Pinpoint.Provisioning;

/// <summary>How the Pinpoint resources that Pulumi lacks are kept up, under <c>provisioning:</c>.</summary>
internal sealed record ProvisioningSettings
{
    /// <summary>
    /// Another number runs all of their updates again, 0 to 1,000,000; 0 by default. It is for after an update that failed: Pulumi takes
    /// the input of such an update for done, and sees nothing to do.
    /// </summary>
    public required int Attempt { get; init; }

    /// <summary>Whether journeys that were edited in the console are replaced. By default false: the deployment fails instead.</summary>
    public required bool OverwriteConsoleEdits { get; init; }

    public static ProvisioningSettings Read(ConfigReader config) => new()
    {
        Attempt = config.WholeNumber("attempt", 0, 0, 1_000_000),
        OverwriteConsoleEdits = config.Flag("overwriteConsoleEdits") ?? false,
    };
}
