using Engagement.Infra.Configuration;

namespace Infra.Tests.Policies;

/// <summary>What an environment may switch on, one at a time and all together.</summary>
internal static class Options
{
    public const string None = "nothing";
    public const string Everything = "everything";

    // Those of every platform.
    private static readonly Dictionary<string, (string Key, string Value)[]> Shared = new(StringComparer.Ordinal)
    {
        [None] = [],
        ["domain"] = [("pixel:domainName", "events.example.com"), ("pixel:hostedZoneId", "Z0123456789ABCDEFGHIJ")],
        ["firewall"] = [("firewall:enabled", "true"), ("firewall:requestsPerAddress", "500")],
        ["alarmMail"] = [("alarms:email", "on-call@example.com")],
        ["readyToRun"] = [("handlers:packaging", "readyToRun"), ("handlers:artifactsDirectory", Artifacts)],
        ["aot"] = [("handlers:packaging", "aot"), ("handlers:architecture", "x86_64"), ("handlers:artifactsDirectory", Artifacts)],
        ["stateMachines"] = [("definitions:directory", Definitions)],
        ["sharedGatewayAccount"] = [("pixel:manageGatewayAccount", "false")],
    };

    // Those of one platform, by its name.
    private static readonly Dictionary<string, Dictionary<string, (string Key, string Value)[]>> Own = new(StringComparer.Ordinal)
    {
        ["pinpoint"] = new(StringComparer.Ordinal)
        {
            ["eventStream"] = [("eventStream:enabled", "true"), ("eventStream:retentionDays", "30")],
            ["email"] =
            [
                ("email:fromAddress", "shop@example.com"),
                ("email:identityArn", "arn:aws:ses:eu-west-1:123456789012:identity/example.com"),
            ],
        },
        ["ses"] = new(StringComparer.Ordinal)
        {
            ["archive"] = [("eventStream:retentionDays", "30")],
            ["zone"] =
            [
                ("ses:hostedZoneId", "Z0123456789ABCDEFGHIJ"), ("ses:dmarc", "reject"), ("ses:dmarcReports", "dmarc@example.com"),
            ],
            ["linkDomain"] = [("ses:linkDomain", "mail.example.com"), ("ses:linkHostedZoneId", "Z0123456789ABCDEFGHIJ")],
            ["rate"] = [("ses:sendingRate", "50"), ("ses:senders", "16")],
            ["protected"] = [("ses:protectCustomers", "true")],
        },
    };

    // The definitions, with every announcement that takes the way of a journey on that of a state machine.
    private static string Definitions
    {
        get
        {
            var source = Path.Combine(RepositoryRoot.Path, "definitions");
            var folder = TemporaryFolder("definitions");
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.WriteAllText(copy, File.ReadAllText(file).Replace("via: journey", "via: stepFunctions", StringComparison.Ordinal));
            }

            return folder;
        }
    }

    /// <summary>The names of those that a stack may switch on; the last is all of them.</summary>
    public static IEnumerable<string> NamesFor(string stack) => [.. SettingsFor(stack).Keys, Everything];

    // What the compiler would have made: the program only asks for the file that Lambda starts.
    private static string Artifacts
    {
        get
        {
            var folder = TemporaryFolder("artifacts");
            foreach (var handler in Directory
                .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "handlers"), "Program.cs", SearchOption.AllDirectories)
                .Select(file => Directory.GetParent(file)!.Name))
            {
                var artifact = Directory.CreateDirectory(Path.Combine(folder, handler)).FullName;
                File.WriteAllText(Path.Combine(artifact, "bootstrap"), "");
                File.WriteAllText(Path.Combine(artifact, $"{handler}.dll"), "");
            }

            return folder;
        }
    }

    /// <summary>The settings of one of them.</summary>
    public static IEnumerable<(string Key, string Value)> Of(string name, string stack = "dev") =>
        name == Everything ? SettingsFor(stack).Values.SelectMany(settings => settings) : SettingsFor(stack)[name];

    private static Dictionary<string, (string Key, string Value)[]> SettingsFor(string stack) =>
        new(Shared.Concat(Own[Environments.PlatformOf(stack)]), StringComparer.Ordinal);

    private static string TemporaryFolder(string name)
    {
        var folder = Directory.CreateTempSubdirectory($"engagement-{name}-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
