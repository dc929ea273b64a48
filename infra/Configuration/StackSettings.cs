namespace Engagement.Infra.Configuration;

/// <summary>
/// Everything that an environment may set in its <c>Pulumi.&lt;stack&gt;.yaml</c>, validated before the first resource is declared.
/// </summary>
internal sealed record StackSettings
{
    public required string DefinitionsDirectory { get; init; }

    public required HandlerSettings Handlers { get; init; }

    public required PixelSettings Pixel { get; init; }

    public required IdentitySettings Identity { get; init; }

    public required CompanyEventsSettings CompanyEvents { get; init; }

    public required LedgerSettings Ledgers { get; init; }

    public required AlarmSettings Alarms { get; init; }

    /// <summary>Null where nothing filters the pixel's requests.</summary>
    public required FirewallSettings? Firewall { get; init; }

    /// <summary>Null where events are not archived.</summary>
    public required EventStreamSettings? EventStream { get; init; }

    /// <summary>Null where no e-mail is sent.</summary>
    public required EmailSettings? Email { get; init; }

    /// <summary>Reads the running stack's configuration.</summary>
    /// <param name="problems">Gets each key that is missing, or whose value is not allowed.</param>
    public static StackSettings Read(ConfigProblems problems)
    {
        ProviderSettings.Check(new ConfigReader("aws", problems));
        return new()
        {
            DefinitionsDirectory = DefinitionsIn(new ConfigReader("definitions", problems)),
            Handlers = HandlerSettings.Read(new ConfigReader("handlers", problems)),
            Pixel = PixelSettings.Read(new ConfigReader("pixel", problems)),
            Identity = IdentitySettings.Read(new ConfigReader("identity", problems)),
            CompanyEvents = CompanyEventsSettings.Read(new ConfigReader("companyEvents", problems)),
            Ledgers = LedgerSettings.Read(new ConfigReader("ledgers", problems)),
            Alarms = AlarmSettings.Read(new ConfigReader("alarms", problems)),
            Firewall = FirewallSettings.Read(new ConfigReader("firewall", problems)),
            EventStream = EventStreamSettings.Read(new ConfigReader("eventStream", problems)),
            Email = EmailSettings.Read(new ConfigReader("email", problems)),
        };
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
