namespace Engagement.Infra.Configuration;

/// <summary>
/// What an environment may set in its <c>Pulumi.&lt;stack&gt;.yaml</c> on every platform, validated before the first resource is declared.
/// A platform reads its own settings.
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
