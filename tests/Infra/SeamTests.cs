using System.Text.RegularExpressions;
using Engagement;
using Engagement.Definitions;
using Engagement.Infra.Configuration;

namespace Infra.Tests;

/// <summary>What knows a platform stands apart from what does not: the next platform is a folder, not a rewrite.</summary>
public partial class SeamTests
{
    // Each with its reason.
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["engagement/Engagement.Pinpoint/"] = "holds all that knows Pinpoint at run time",
        ["engagement/Engagement.Ses/"] = "holds all that knows SES and its customers at run time",
        ["engagement/Engagement.CustomerFiles/"] = "reads the files that Pinpoint imports and exports, whatever the platform is",
        ["infra/Platforms/Ses/"] = "holds all that knows SES where the stack is declared",
        ["infra/Platforms/Pinpoint/"] = "holds all that knows Pinpoint where the stack is declared",
        ["infra/Platforms/KnownPlatforms.cs"] = "the list of platforms that the configuration can name",
        ["infra/EngagementStack.cs"] = "has the output pinpointApplicationId, a name that must not change",
        ["infra/Infra.csproj"] = "references the libraries with the declarations",
        ["handlers/ProvisionPinpoint/"] = "makes what Pulumi's provider lacks of Pinpoint",
    };

    // How names of assemblies begin: AWS's clients and runtime, Pulumi, and the libraries that use them.
    private static readonly string[] Outside = ["AWSSDK.", "Amazon.", "Pulumi", "Engagement.Aws", "Engagement.Pinpoint", "Engagement.Ses"];

    [Fact]
    public void Product_files_outside_the_platforms_folders_do_not_name_it() =>
        Assert.Empty(
            Product().Where(file => !IsAllowed(file) && Names(file)).Select(file => $"{file} names the platform"));

    [Fact]
    public void What_is_allowed_to_name_it_exists() =>
        Assert.All(Allowed.Keys, path => Assert.True(Path.Exists(Path.Combine(RepositoryRoot.Path, path)), path));

    [Fact]
    public void Rules_and_readers_of_definitions_know_no_service_and_no_tool() => Assert.DoesNotContain(
        new[] { typeof(Limits), typeof(DefinitionSet) }.SelectMany(type => type.Assembly.GetReferencedAssemblies()),
        used => Outside.Any(prefix => used.Name!.StartsWith(prefix, StringComparison.Ordinal)));

    private static bool IsAllowed(string file) =>
        Allowed.Keys.Any(path => file.StartsWith(path, StringComparison.Ordinal)) || IsWiring(file);

    // Which adapters stand behind the ports is said here, and which packages they need there.
    private static bool IsWiring(string file) => Wiring().IsMatch(file);

    private static bool Names(string file) =>
        Platform().IsMatch(File.ReadAllText(Path.Combine(RepositoryRoot.Path, file))) || Platform().IsMatch(file);

    private static IEnumerable<string> Product() => new[] { "engagement", "handlers", "infra" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal));

    [GeneratedRegex(
        "(?i:pinpoint|mobiletargeting|journey activity|sesv2|simpleemail|sms-voice|\"ses\"|\\bses:)|\\bSES\\b|\\bSes(?=[A-Z.])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Platform();

    [GeneratedRegex(@"^handlers/[^/]+/(Program\.cs|[^/]+\.csproj)$", RegexOptions.CultureInvariant)]
    private static partial Regex Wiring();
}
