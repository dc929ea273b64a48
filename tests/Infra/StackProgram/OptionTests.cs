using System.Collections.Immutable;
using Engagement.Infra.Configuration;
using Infra.Tests.Policies;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.StackProgram;

/// <summary>What an environment gets for the options that it switches on.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class OptionTests
{
    [Fact]
    public async Task The_pixel_answers_under_its_own_domain()
    {
        var stack = await RecordingEngine.RunAsync([.. Options.Of("domain")]);

        Assert.Equal("https://events.example.com/events", stack.Outputs["pixelUrl"]);
        Assert.Equal("DNS", Assert.Single(stack.Of("aws:acm/certificate:Certificate")).Text("validationMethod"));
        var domain = Assert.Single(stack.Of("aws:apigateway/domainName:DomainName"));
        Assert.Equal(("TLS_1_2", "events.example.com"), (domain.Text("securityPolicy"), domain.Text("domainName")));
        Assert.Equal(
            ["A events.example.com", "CNAME _proof.events.example.com"],
            stack.Of("aws:route53/record:Record")
                .Select(record => $"{record.Text("type")} {record.Text("name")}")
                .Order(StringComparer.Ordinal));
        var mapping = Assert.Single(stack.Of("aws:apigateway/basePathMapping:BasePathMapping"));
        Assert.Equal(("pixel-id", "v1"), (mapping.Text("restApi"), mapping.Text("stageName")));
    }

    [Fact]
    public async Task The_firewall_limits_addresses_and_only_counts_what_would_refuse_honest_pixels()
    {
        var acl = Assert.Single((await RecordingEngine.RunAsync([.. Options.Of("firewall")])).Of("aws:wafv2/webAcl:WebAcl"));

        var rules = ((ImmutableArray<object>)acl.Inputs["rules"]).Cast<ImmutableDictionary<string, object>>().ToList();
        Assert.Equal(
            ["rate-per-address", "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet"],
            rules.Select(rule => rule["name"]));
        Assert.Equal(500.0, Block(Block(rules[0], "statement"), "rateBasedStatement")["limit"]);
        Assert.Contains("none", Block(rules[1], "overrideAction").Keys);
        Assert.Contains("count", Block(rules[2], "overrideAction").Keys);
    }

    [Fact]
    public async Task Managed_rules_are_those_that_are_set()
    {
        var acl = Assert.Single((await RecordingEngine.RunAsync(
            ("firewall:enabled", "true"),
            ("firewall:blockedBy", "none"),
            ("firewall:countedBy", "AWSManagedRulesSQLiRuleSet, AWSManagedRulesPHPRuleSet")))
                .Of("aws:wafv2/webAcl:WebAcl"));

        Assert.Equal(
            ["rate-per-address", "AWSManagedRulesSQLiRuleSet", "AWSManagedRulesPHPRuleSet"],
            ((ImmutableArray<object>)acl.Inputs["rules"]).Cast<ImmutableDictionary<string, object>>().Select(rule => rule["name"]));
    }

    [Fact]
    public async Task The_firewall_stands_before_the_stage_and_the_archive_behind_the_application()
    {
        var stack = await RecordingEngine.RunAsync([.. Options.Of("firewall"), .. Options.Of("eventStream")]);

        Assert.EndsWith(
            ":pixel-stage",
            Assert.Single(stack.Of("aws:wafv2/webAclAssociation:WebAclAssociation")).Text("resourceArn"),
            StringComparison.Ordinal);
        Assert.EndsWith(
            ":event-archive",
            Assert.Single(stack.Of("aws:pinpoint/eventStream:EventStream")).Text("destinationStreamArn"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_archive_forgets_after_the_days_that_are_set()
    {
        var lifecycle = Assert.Single(
            (await RecordingEngine.RunAsync([.. Options.Of("eventStream")]))
                .Of("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"));

        var rule = (ImmutableDictionary<string, object>)Assert.Single((ImmutableArray<object>)lifecycle.Inputs["rules"]);
        Assert.Equal(30.0, Block(rule, "expiration")["days"]);
    }

    [Theory]
    [InlineData("readyToRun", "dotnet10", "record-pixel-events", "RecordPixelEvents")]
    [InlineData("aot", "provided.al2023", "record-pixel-events", "bootstrap")]
    public async Task Functions_are_packaged_as_set(string option, string runtime, string name, string handler)
    {
        var function = Assert.Single(
            (await RecordingEngine.RunAsync([.. Options.Of(option)])).Of("aws:lambda/function:Function"),
            function => function.Name == name);

        Assert.Equal((runtime, handler), (function.Text("runtime"), function.Text("handler")));
    }

    [Fact]
    public async Task A_packaging_that_was_not_published_is_an_error_with_the_command_that_publishes_it()
    {
        var error = await RecordingEngine.RefusalAsync(("handlers:packaging", "aot"), ("handlers:artifactsDirectory", "docs"));

        Assert.Contains("handlers:packaging: '", error, StringComparison.Ordinal);
        Assert.Contains("dotnet build infra -p:HandlerPackaging=aot -p:HandlerArchitecture=arm64", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_code_that_is_missing_is_named_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("artifacts-");
        try
        {
            folder.CreateSubdirectory("RecordPixelEvents").Create();
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "RecordPixelEvents", "RecordPixelEvents.dll"), "");
            var error = await RecordingEngine.RefusalAsync(("handlers:artifactsDirectory", folder.FullName), ("pixel:batchSize", "0"));

            Assert.Contains(
                $"handlers:packaging: '{folder.FullName}' holds no AskJourney/AskJourney.dll, DeployJourneys/DeployJourneys.dll,"
                    + " FilterAudience/FilterAudience.dll,",
                error,
                StringComparison.Ordinal);
            Assert.DoesNotContain("RecordPixelEvents.dll", error, StringComparison.Ordinal);
            Assert.Contains("pixel:batchSize:", error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_code_of_every_function_is_asked_for_and_published()
    {
        // infra/PublishHandlers.targets publishes every project below handlers/.
        var published = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "handlers"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetFileNameWithoutExtension(project)).Order(StringComparer.Ordinal).ToList();
        var declared = (await DeclaredAsync("dev")).Union(await DeclaredAsync("ses"));

        Assert.Equal(published, declared.Order(StringComparer.Ordinal));
    }

    // What an environment's functions run, all of which it asks for before it declares anything.
    private static async Task<IEnumerable<string>> DeclaredAsync(string stack)
    {
        var asked = await RecordingEngine.RefusalAsync(RecordingEngine.Configuration(stack, ("handlers:artifactsDirectory", "docs")));
        var declared = (await RecordingEngine.RunAsync(RecordingEngine.Configuration(stack)))
            .Of("aws:lambda/function:Function")
            .Select(function => function.Text("handler"))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Contains(
            $" holds no {string.Join(", ", declared.Select(handler => $"{handler}/{handler}.dll"))}: ",
            asked,
            StringComparison.Ordinal);
        return declared;
    }

    [Fact]
    public async Task Without_options_there_is_nothing_of_them()
    {
        string[] services = ["acm", "route53", "wafv2", "s3", "kinesis"];

        Assert.DoesNotContain(
            (await RecordingEngine.RunAsync()).Resources,
            resource => services.Any(service => resource.Type.StartsWith($"aws:{service}/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("pixel:domainName", "Events.example.com", "pixel:domainName: 'Events.example.com' is not a domain name in small letters")]
    [InlineData("pixel:domainName", "events.example.com", "pixel:hostedZoneId: is missing, but pixel:domainName is set")]
    [InlineData("pixel:hostedZoneId", "Z0123456789ABCDEFGHIJ", "pixel:domainName: is missing, but pixel:hostedZoneId is set")]
    [InlineData("firewall:requestsPerAddress", "9", "firewall:requestsPerAddress: '9' is not a whole number from 10 to 2000000000.")]
    [InlineData(
        "firewall:blockedBy",
        "MyRules",
        "firewall:blockedBy: 'MyRules' is not one of none, AWSManagedRulesAmazonIpReputationList,")]
    [InlineData(
        "firewall:countedBy",
        "AWSManagedRulesAmazonIpReputationList",
        "firewall:countedBy: 'AWSManagedRulesAmazonIpReputationList' is in firewall:blockedBy, too.")]
    [InlineData("eventStream:retentionDays", "0", "eventStream:retentionDays: '0' is not a whole number from 1 to 3653.")]
    [InlineData("handlers:packaging", "zip", "handlers:packaging: 'zip' is not one of managed, readyToRun, aot.")]
    [InlineData("handlers:artifactsDirectory", "nowhere", "handlers:artifactsDirectory: there is no folder '")]
    public async Task A_wrong_option_is_named(string key, string value, string expected)
    {
        var error = await RecordingEngine.RefusalAsync((key, value));

        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private static ImmutableDictionary<string, object> Block(ImmutableDictionary<string, object> inputs, string key) =>
        (ImmutableDictionary<string, object>)inputs[key];
}
