using Engagement.Infra.Configuration;

namespace Infra.Tests.Policies;

/// <summary>What an environment may switch on, one at a time and all together.</summary>
internal static class Options
{
    public const string None = "nothing";
    public const string Everything = "everything";

    private static readonly Dictionary<string, (string Key, string Value)[]> Settings = new(StringComparer.Ordinal)
    {
        [None] = [],
        ["domain"] = [("pixel:domainName", "events.example.com"), ("pixel:hostedZoneId", "Z0123456789ABCDEFGHIJ")],
        ["firewall"] = [("firewall:enabled", "true"), ("firewall:requestsPerAddress", "500")],
        ["eventStream"] = [("eventStream:enabled", "true"), ("eventStream:retentionDays", "30")],
        ["email"] = [("email:fromAddress", "shop@example.com"), ("email:identityArn", "arn:aws:ses:eu-west-1:123456789012:identity/example.com")],
        ["alarmMail"] = [("alarms:email", "on-call@example.com")],
        ["readyToRun"] = [("handlers:packaging", "readyToRun"), ("handlers:artifactsDirectory", Artifacts)],
        ["aot"] = [("handlers:packaging", "aot"), ("handlers:architecture", "x86_64"), ("handlers:artifactsDirectory", Artifacts)],
        ["sharedGatewayAccount"] = [("pixel:manageGatewayAccount", "false")],
    };

    /// <summary>Their names; the last is all of them.</summary>
    public static IEnumerable<string> Names => [.. Settings.Keys, Everything];

    // What the compiler would have made: the program only asks for the file that Lambda starts.
    private static string Artifacts
    {
        get
        {
            var folder = Path.Combine(Path.GetTempPath(), $"engagement-artifacts-{Environment.ProcessId}");
            foreach (var handler in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "handlers"), "Program.cs", SearchOption.AllDirectories).Select(file => Directory.GetParent(file)!.Name))
            {
                var artifact = Directory.CreateDirectory(Path.Combine(folder, handler)).FullName;
                File.WriteAllText(Path.Combine(artifact, "bootstrap"), "");
                File.WriteAllText(Path.Combine(artifact, $"{handler}.dll"), "");
            }

            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            {
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }
            };
            return folder;
        }
    }

    /// <summary>The settings of one of them.</summary>
    public static IEnumerable<(string Key, string Value)> Of(string name) =>
        name == Everything ? Settings.Values.SelectMany(settings => settings) : Settings[name];
}
