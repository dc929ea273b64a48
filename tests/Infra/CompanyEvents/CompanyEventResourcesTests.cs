using System.Text.Json;
using Engagement.Infra.Configuration;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;
using Pulumi;

namespace Infra.Tests.CompanyEvents;

/// <summary>What the program declares for company events.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class CompanyEventResourcesTests
{
    private const string Invocation = "aws:lambda/invocation:Invocation";
    private const string Permission = "aws:lambda/permission:Permission";

    [Fact]
    public async Task Each_segment_journey_and_scheduled_campaign_of_the_definitions_is_provisioned_once()
    {
        var declared = (await RecordingEngine.RunAsync()).Of(Invocation).Select(Input).Select(input => $"{input.GetProperty("type")} {input.GetProperty("name")}")
            .Where(each => !each.Contains(" reminder", StringComparison.Ordinal));

        Assert.Equal(
            [
                "campaign price_change.subscribers", "endpoint company", "journey feature_release", "journey system_update",
                "segment company.endpoint", "segment premium", "segment standard", "segment subscribers",
            ],
            declared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_resource_is_invoked_twice_because_something_around_it_changed()
    {
        foreach (var invocation in (await RecordingEngine.RunAsync()).Of(Invocation))
        {
            Assert.Equal("CRUD", invocation.Text("lifecycleScope"));
            Assert.False(invocation.Inputs.ContainsKey("triggers"));
            Assert.False(invocation.Inputs.ContainsKey("qualifier"));
        }
    }

    [Fact]
    public async Task Another_attempt_changes_every_input()
    {
        var before = (await RecordingEngine.RunAsync()).Of(Invocation).ToDictionary(each => each.Name, each => each.Text("input"));
        var after = (await RecordingEngine.RunAsync(("provisioning:attempt", "1"))).Of(Invocation).ToDictionary(each => each.Name, each => each.Text("input"));

        Assert.All(before, pair => Assert.NotEqual(pair.Value, after[pair.Key]));
    }

    [Fact]
    public async Task An_input_is_the_same_in_every_run_and_has_a_line_for_each_member()
    {
        var one = (await RecordingEngine.RunAsync()).Of(Invocation).Select(each => each.Text("input")).Order(StringComparer.Ordinal);
        var other = (await RecordingEngine.RunAsync()).Of(Invocation).Select(each => each.Text("input")).Order(StringComparer.Ordinal);

        Assert.Equal(one, other);
        Assert.All(one, input => Assert.Contains("\n  \"definition\": {\n", input, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_journeys_and_campaigns_of_this_application_may_call_functions_for_Pinpoint()
    {
        var permissions = (await RecordingEngine.RunAsync()).Of(Permission).Where(permission => permission.Text("principal").StartsWith("pinpoint.", StringComparison.Ordinal)).ToList();

        Assert.Equal(["campaigns/*", "journeys/*", "journeys/*"], permissions.Select(permission => string.Join('/', permission.Text("sourceArn").Split('/')[^2..])).Order(StringComparer.Ordinal));
        Assert.All(permissions, permission => Assert.Equal("pinpoint.eu-west-1.amazonaws.com", permission.Text("principal")));
        Assert.All(permissions, permission => Assert.Equal("123456789012", permission.Text("sourceAccount")));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("true", true)]
    public async Task The_ledger_is_backed_up_encrypted_and_protected_where_that_is_set(string? protect, bool expected)
    {
        var stack = await RecordingEngine.RunAsync(protect is null ? [] : [("companyEvents:protectLedger", protect)]);

        var table = Assert.Single(stack.Of("aws:dynamodb/table:Table"), table => table.Name == "company-events-ledger");
        Assert.Equal("PAY_PER_REQUEST", table.Text("billingMode"));
        Assert.True((bool)table.Block("pointInTimeRecovery")["enabled"]);
        Assert.True((bool)table.Block("serverSideEncryption")["enabled"]);
        Assert.Equal(expected, (bool)table.Inputs["deletionProtectionEnabled"]);
    }

    [Fact]
    public async Task Every_event_of_the_bus_reaches_the_publisher_which_says_what_is_wrong_with_unknown_ones()
    {
        var rule = Assert.Single((await RecordingEngine.RunAsync()).Of("aws:cloudwatch/eventRule:EventRule"), rule => rule.Inputs.ContainsKey("eventBusName"));

        Assert.Equal("""{"source":[{"prefix":""}]}""", rule.Text("eventPattern"));
    }

    [Fact]
    public async Task An_announcement_that_would_reach_nobody_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("definitions");
        try
        {
            CopyDefinitions(folder);
            var file = Path.Combine(folder.FullName, "announcements.yaml");
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("    via: journey\n", "    via: stepFunctions\n", StringComparison.Ordinal));
            var error = await Assert.ThrowsAsync<RunException>(() => RecordingEngine.RunAsync(("definitions:directory", folder.FullName)));

            Assert.Contains("announcements.feature_release.via: stepFunctions has no state machine yet", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void CopyDefinitions(DirectoryInfo target)
    {
        var source = Path.Combine(RepositoryRoot.Path, "definitions");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target.FullName, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [Fact]
    public async Task Each_template_carries_the_name_of_its_environment()
    {
        var templates = (await RecordingEngine.RunAsync()).Of("aws:pinpoint/emailTemplate:EmailTemplate").ToList();

        Assert.Equal(7, templates.Count);
        Assert.All(templates, template => Assert.StartsWith("dev-", template.Text("templateName"), StringComparison.Ordinal));
    }

    private static JsonElement Input(Registered invocation) => JsonDocument.Parse(invocation.Text("input")).RootElement;
}
