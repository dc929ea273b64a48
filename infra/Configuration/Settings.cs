using Engagement.Infra.Functions;
using Engagement.Infra.Platforms.Pinpoint;

namespace Engagement.Infra.Configuration;

/// <summary>
/// Everything that an environment may set in its <c>Pulumi.&lt;stack&gt;.yaml</c>, validated before the first resource is declared.
/// </summary>
internal sealed record Settings
{
    public required string DefinitionsDirectory { get; init; }

    public required HandlerSettings Handlers { get; init; }

    public required PixelSettings Pixel { get; init; }

    public required IdentitySettings Identity { get; init; }

    public required CompanyEventsSettings CompanyEvents { get; init; }

    public required ProvisioningSettings Provisioning { get; init; }

    public required AlarmSettings Alarms { get; init; }

    /// <summary>Null where nothing filters the pixel's requests.</summary>
    public required FirewallSettings? Firewall { get; init; }

    /// <summary>Null where Pinpoint's events are not archived.</summary>
    public required EventStreamSettings? EventStream { get; init; }

    /// <summary>Null where no e-mail is sent.</summary>
    public required EmailSettings? Email { get; init; }

    public required PinpointSettings Pinpoint { get; init; }

    /// <summary>Reads the running stack's configuration.</summary>
    /// <param name="artifacts">Where the functions' code comes from.</param>
    /// <exception cref="ConfigurationException">A key is missing or unknown, or its value is not allowed; all such keys are named.</exception>
    public static Settings Read(IHandlerArtifacts artifacts)
    {
        var problems = new ConfigProblems();
        ProviderSettings.Check(new ConfigReader("aws", problems));
        var settings = new Settings
        {
            DefinitionsDirectory = DefinitionsIn(new ConfigReader("definitions", problems)),
            Handlers = HandlerSettings.Read(new ConfigReader("handlers", problems), artifacts),
            Pixel = PixelSettings.Read(new ConfigReader("pixel", problems)),
            Identity = IdentitySettings.Read(new ConfigReader("identity", problems)),
            CompanyEvents = CompanyEventsSettings.Read(new ConfigReader("companyEvents", problems)),
            Provisioning = ProvisioningSettings.Read(new ConfigReader("provisioning", problems)),
            Alarms = AlarmSettings.Read(new ConfigReader("alarms", problems)),
            Firewall = FirewallSettings.Read(new ConfigReader("firewall", problems)),
            EventStream = EventStreamSettings.Read(new ConfigReader("eventStream", problems)),
            Email = EmailSettings.Read(new ConfigReader("email", problems)),
            Pinpoint = PinpointSettings.Read(new ConfigReader("pinpoint", problems)),
        };
        return problems.With(ConfiguredKeys.All()) is { Count: > 0 } found ? throw ConfigurationException.Of(found) : settings;
    }

    private static string DefinitionsIn(ConfigReader config)
    {
        var directory = Path.GetFullPath(config.Text("directory") ?? "definitions", RepositoryRoot.Path);
        if (!Directory.Exists(directory))
        {
            config.Problem("directory", $"there is no folder '{directory}'");
        }

        return directory;
    }
}
