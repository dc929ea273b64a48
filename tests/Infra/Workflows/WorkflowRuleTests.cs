using System.Text.RegularExpressions;
using Engagement.Infra.Configuration;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Workflows;

/// <summary>What the workflows may do. Whether they are valid, tests/Conformance asks a linter.</summary>
public sealed partial class WorkflowRuleTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, ".github", "workflows");

    public static TheoryData<string> Workflows { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.yml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
    ];

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

        Assert.Equal(
            ["deploy-stack.yml preview", "deploy-stack.yml up", "deploy.yml dev", "deploy.yml prod", "deploy.yml ses"],
            credentialed.Select(job => job.Name).Order(StringComparer.Ordinal));
        // The jobs of deploy.yml hand over to deploy-stack.yml, which asks for the environment.
        Assert.All(
            credentialed.Where(job => !job.Name.StartsWith("deploy.yml", StringComparison.Ordinal)),
            job => Assert.True(job.Job.Children.ContainsKey("environment"), job.Name));
    }

    [Fact]
    public void A_job_that_may_write_runs_nothing_of_the_pull_request()
    {
        var writing = Jobs()
            .Where(job =>
                Permissions(job.Job).Any(
                    permission => permission.EndsWith(": write", StringComparison.Ordinal) && permission != "id-token: write"))
            .ToList();

        Assert.Equal(["plan.yml comment"], writing.Select(job => job.Name));
        Assert.All(writing, job => Assert.DoesNotContain(Steps(job.Job), step => step.Children.ContainsKey("uses")));
    }

    [Fact]
    public void No_job_that_a_branch_can_start_has_a_secret_a_role_or_an_environment()
    {
        var jobs = Jobs().Where(job => StartedByBranches().Contains(FileOf(job.Name))).ToList();

        Assert.NotEmpty(jobs);
        Assert.Empty(jobs.Where(job => HoldsCredentials(job.Job)).Select(job => job.Name));
    }

    [Theory]
    [InlineData("environment: prod")]
    [InlineData("secrets: inherit")]
    [InlineData("permissions: { id-token: write }")]
    [InlineData("permissions: write-all")]
    [InlineData("env: { PULUMI_CONFIG_PASSPHRASE: '${{ secrets.PULUMI_CONFIG_PASSPHRASE }}' }")]
    [InlineData("env: { PULUMI_ACCESS_TOKEN: '${{ secrets[''PULUMI_ACCESS_TOKEN''] }}' }")]
    [InlineData("steps: [{ run: pulumi preview, env: { X: '${{ toJSON(secrets) }}' } }]")]
    public void A_job_with_credentials_is_found(string planted) =>
        Assert.True(HoldsCredentials((YamlMappingNode)Yaml(new StringReader($"runs-on: ubuntu-latest\n{planted}"))));

    [Fact]
    public void What_holds_secrets_runs_what_was_merged_alone()
    {
        var holding = Jobs().Where(job => HoldsCredentials(job.Job)).Select(job => FileOf(job.Name)).Distinct(StringComparer.Ordinal);

        Assert.Equal(["deploy-stack.yml", "deploy.yml"], holding.Order(StringComparer.Ordinal));
        Assert.Equal(["workflow_call"], Keys(Root("deploy-stack.yml"), "on"));
        Assert.Equal(["push"], Keys(Root("deploy.yml"), "on"));
        var push = (YamlMappingNode)((YamlMappingNode)Root("deploy.yml").Children["on"]).Children["push"];
        Assert.Equal("branches", ((YamlScalarNode)Assert.Single(push.Children).Key).Value);
        Assert.Equal(["main"], ((YamlSequenceNode)push.Children["branches"]).Select(branch => ((YamlScalarNode)branch).Value));
    }

    [Fact]
    public void What_a_deployment_would_change_is_shown_before_anybody_approves_it()
    {
        var (preview, up) = (Job("deploy-stack.yml preview"), Job("deploy-stack.yml up"));

        Assert.Equal("preview", ((YamlScalarNode)up.Children["needs"]).Value);
        Assert.Equal("preview-${{ inputs.stack }}", ((YamlScalarNode)preview.Children["environment"]).Value);
        Assert.Equal("${{ inputs.stack }}", ((YamlScalarNode)up.Children["environment"]).Value);
        Assert.Equal(("preview", "up"), (PulumiCommand(preview), PulumiCommand(up)));
    }

    [Fact]
    public void No_script_holds_what_somebody_else_wrote()
    {
        // An expression is put into a script before it runs; only what this repository itself says may stand there.
        var scripts = Jobs()
            .SelectMany(job => Steps(job.Job))
            .Where(step => step.Children.ContainsKey("run"))
            .Select(step => ((YamlScalarNode)step.Children["run"]).Value!);

        Assert.All(
            scripts.SelectMany(script => Expression().Matches(script)),
            match => Assert.Contains(match.Groups[1].Value, new[] { "matrix.stack", "inputs.stack" }));
    }

    [Fact]
    public void Each_environment_is_previewed_and_deployed() => Assert.Equal(
        Directory.EnumerateFiles(RepositoryRoot.Path, "Pulumi.*.yaml")
            .Select(file => Path.GetFileName(file).Split('.')[1])
            .Order(StringComparer.Ordinal),
        Jobs().Where(job => job.Name.StartsWith("deploy.yml", StringComparison.Ordinal) && CalledBy(job.Job) == "deploy-stack.yml")
            .Select(job => ((YamlScalarNode)((YamlMappingNode)job.Job.Children["with"]).Children["stack"]).Value!)
            .Order(StringComparer.Ordinal));

    // By a pull request, or by hand; and what those call.
    private static HashSet<string> StartedByBranches()
    {
        var started = Directory.EnumerateFiles(Folder, "*.yml").Select(file => Path.GetFileName(file))
            .Where(file => Keys(Root(file), "on").Any(trigger => trigger is "pull_request" or "workflow_dispatch"))
            .ToHashSet(StringComparer.Ordinal);
        started.UnionWith([.. Jobs().Where(job => started.Contains(FileOf(job.Name))).Select(job => CalledBy(job.Job)).OfType<string>()]);
        return started;
    }

    private static string FileOf(string job) => job.Split(' ')[0];

    private static bool HoldsCredentials(YamlMappingNode job) =>
        job.Children.ContainsKey("environment") || job.Children.ContainsKey("secrets")
        || (job.Children.TryGetValue("permissions", out var permissions) && permissions is YamlScalarNode)
        || Permissions(job).Contains("id-token: write")
        || job.AllNodes.OfType<YamlScalarNode>().SelectMany(node => Expression().Matches(node.Value ?? ""))
            .Any(match => SecretsContext().IsMatch(match.Groups[1].Value));

    private static string? CalledBy(YamlMappingNode job) =>
        job.Children.TryGetValue("uses", out var workflow) ? Path.GetFileName(((YamlScalarNode)workflow).Value) : null;

    private static YamlMappingNode Job(string name) => Jobs().Single(job => job.Name == name).Job;

    private static string PulumiCommand(YamlMappingNode job) => Steps(job)
        .Where(step =>
            step.Children.TryGetValue("uses", out var action)
                && ((YamlScalarNode)action).Value!.StartsWith("pulumi/actions@", StringComparison.Ordinal))
        .Select(step => ((YamlScalarNode)((YamlMappingNode)step.Children["with"]).Children["command"]).Value!).Single();

    private static YamlMappingNode Root(string file)
    {
        using var reader = File.OpenText(Path.Combine(Folder, file));
        return (YamlMappingNode)Yaml(reader);
    }

    private static YamlNode Yaml(TextReader reader)
    {
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents.Single().RootNode;
    }

    private static IEnumerable<(string Name, YamlMappingNode Job)> Jobs() =>
        from file in Directory.EnumerateFiles(Folder, "*.yml").Select(file => Path.GetFileName(file))
        from job in ((YamlMappingNode)Root(file).Children["jobs"]).Children
        select ($"{file} {((YamlScalarNode)job.Key).Value}", (YamlMappingNode)job.Value);

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) =>
        job.Children.TryGetValue("steps", out var steps) ? ((YamlSequenceNode)steps).Cast<YamlMappingNode>() : [];

    private static IEnumerable<string> Permissions(YamlMappingNode node) =>
        node.Children.TryGetValue("permissions", out var permissions) && permissions is YamlMappingNode named
            ? named.Children.Select(pair => $"{pair.Key}: {pair.Value}")
            : [];

    private static IEnumerable<string> Keys(YamlMappingNode node, string key) =>
        ((YamlMappingNode)node.Children[key]).Children.Keys.Select(name => ((YamlScalarNode)name).Value!);

    [GeneratedRegex(
        @"uses: (\./\.github/workflows/[a-z-]+\.yml|[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PinnedOrOwn();

    [GeneratedRegex(@"\$\{\{\s*(.*?)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Expression();

    // The token of the run itself is github.token, which the job's permissions bound.
    [GeneratedRegex(@"\bsecrets\b", RegexOptions.CultureInvariant)]
    private static partial Regex SecretsContext();
}
