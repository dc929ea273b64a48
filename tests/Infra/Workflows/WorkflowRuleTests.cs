using System.Text.RegularExpressions;
using Engagement.Infra.Configuration;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Workflows;

/// <summary>What the workflows may do. Whether they are valid, tests/Conformance asks a linter.</summary>
public sealed partial class WorkflowRuleTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, ".github", "workflows");

    public static TheoryData<string> Workflows { get; } = [.. Directory.EnumerateFiles(Folder, "*.yml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_by_commit_and_says_which_version_that_is(string file)
    {
        var uses = File.ReadAllLines(Path.Combine(Folder, file)).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(PinnedOrOwn(), line));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Nothing_but_reading_is_allowed_where_a_job_does_not_say_otherwise(string file) =>
        Assert.Equal(["contents: read"], Permissions(Root(file)));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_workflow_runs_a_forks_code_with_the_rights_of_this_repository(string file) =>
        Assert.DoesNotContain(Keys(Root(file), "on"), trigger => trigger is "pull_request_target" or "workflow_run");

    [Fact]
    public void Only_jobs_with_an_environment_get_credentials_of_AWS()
    {
        var credentialed = Jobs().Where(job => Permissions(job.Job).Contains("id-token: write")).ToList();

        Assert.Equal(["deploy-stack.yml up", "deploy.yml dev", "deploy.yml prod", "plan.yml preview"], credentialed.Select(job => job.Name).Order(StringComparer.Ordinal));
        // The jobs of deploy.yml hand over to deploy-stack.yml, which asks for the environment.
        Assert.All(credentialed.Where(job => !job.Name.StartsWith("deploy.yml", StringComparison.Ordinal)), job => Assert.True(job.Job.Children.ContainsKey("environment"), job.Name));
    }

    [Fact]
    public void A_job_that_may_write_runs_nothing_of_the_pull_request()
    {
        var writing = Jobs().Where(job => Permissions(job.Job).Contains("pull-requests: write") && !Permissions(job.Job).Contains("id-token: write"));

        Assert.All(writing, job => Assert.DoesNotContain(Steps(job.Job), step => step.Children.ContainsKey("uses")));
    }

    [Fact]
    public void No_script_holds_what_somebody_else_wrote()
    {
        // An expression is put into a script before it runs; only what this repository itself says may stand there.
        var scripts = Jobs().SelectMany(job => Steps(job.Job)).Where(step => step.Children.ContainsKey("run")).Select(step => ((YamlScalarNode)step.Children["run"]).Value!);

        Assert.All(scripts.SelectMany(script => Expression().Matches(script)), match => Assert.Contains(match.Groups[1].Value, new[] { "matrix.stack", "inputs.stack" }));
    }

    [Fact]
    public void Each_environment_has_a_preview() => Assert.Equal(
        Directory.EnumerateFiles(RepositoryRoot.Path, "Pulumi.*.yaml").Select(file => Path.GetFileName(file).Split('.')[1]).Order(StringComparer.Ordinal),
        ((YamlSequenceNode)((YamlMappingNode)((YamlMappingNode)Jobs().Single(job => job.Name == "plan.yml preview").Job.Children["strategy"]).Children["matrix"]).Children["stack"])
            .Select(stack => ((YamlScalarNode)stack).Value!).Order(StringComparer.Ordinal));

    private static YamlMappingNode Root(string file)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Path.Combine(Folder, file));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static IEnumerable<(string Name, YamlMappingNode Job)> Jobs() =>
        from file in Directory.EnumerateFiles(Folder, "*.yml").Select(file => Path.GetFileName(file))
        from job in ((YamlMappingNode)Root(file).Children["jobs"]).Children
        select ($"{file} {((YamlScalarNode)job.Key).Value}", (YamlMappingNode)job.Value);

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) =>
        job.Children.TryGetValue("steps", out var steps) ? ((YamlSequenceNode)steps).Cast<YamlMappingNode>() : [];

    private static IEnumerable<string> Permissions(YamlMappingNode node) =>
        node.Children.TryGetValue("permissions", out var permissions) ? ((YamlMappingNode)permissions).Children.Select(pair => $"{pair.Key}: {pair.Value}") : [];

    private static IEnumerable<string> Keys(YamlMappingNode node, string key) => ((YamlMappingNode)node.Children[key]).Children.Keys.Select(name => ((YamlScalarNode)name).Value!);

    [GeneratedRegex(@"uses: (\./\.github/workflows/[a-z-]+\.yml|[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex PinnedOrOwn();

    [GeneratedRegex(@"\$\{\{\s*(.*?)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Expression();
}
