using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Infra.Configuration;
using Engagement.Local.Configuration;
using Engagement.Local.Plans;
using Infra.Tests.Policies;
using Infra.Tests.PulumiSdk;

namespace Infra.Tests.Plans;

/// <summary>What a plan shows, and what it never does.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed partial class PlanContentTests
{
    [Fact]
    public async Task A_reference_to_another_resource_is_its_name_and_property_also_within_texts_and_json()
    {
        var resources = await StackAsync("dev");

        Assert.Equal("${record-pixel-events.arn}", Input(resources, "pixel-source", "functionName"));
        Assert.Equal("${pixel-queue.arn}", Input(resources, "pixel-policy", "policy", "Statement", 0, "Resource", 0));
        Assert.Equal(
            "${engagement-app.arn}/events",
            Input(resources, "record-pixel-events-policy", "policy", "Statement", 5, "Resource", 0));
        Assert.Equal("${pixel-queue-dlq.arn}", Input(resources, "pixel-queue", "redrivePolicy", "deadLetterTargetArn"));
        Assert.Equal("${company-segment.result.id}", Input(resources, "announcement-feature_release", "input", "definition", "segmentId"));
        Assert.Equal("${aws.accountId}", Input(resources, "launch-campaigns-permission", "sourceAccount"));
        Assert.Equal("pinpoint.eu-west-1.amazonaws.com", Input(resources, "launch-campaigns-permission", "principal"));
        Assert.Equal(
            "arn:aws:apigateway:eu-west-1:sqs:path/${aws.accountId}/${pixel-queue.name}",
            Input(resources, "pixel", "body", "paths", "/events", "get", "x-amazon-apigateway-integration", "uri"));
        Assert.Equal("sha256(${pixel.body})", Input(resources, "pixel-deployment", "triggers", "definition"));
    }

    [Fact]
    public async Task Every_reference_names_a_resource_of_the_plan()
    {
        var plan = await PlannedStack.OfAsync("prod", EverythingOnFor("prod"));
        var names = Resources(plan).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);

        var referred = Reference().Matches(plan).Select(match => match.Groups[1].Value).Where(name => name != "aws").Distinct().ToList();

        Assert.NotEmpty(referred);
        Assert.All(referred, name => Assert.Contains(name, names));
    }

    [Fact]
    public async Task A_mapping_template_is_a_block_of_lines()
    {
        var plan = await PlannedStack.OfAsync("dev");

        Assert.Contains("application/json: |-\n                    ## One pixel becomes one SQS message", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_and_flags_are_no_texts_and_texts_that_look_like_them_stay_texts()
    {
        var plan = await PlannedStack.OfAsync("dev");

        Assert.Contains("\n      sqsManagedSseEnabled: true\n", plan, StringComparison.Ordinal);
        Assert.Contains("\n      messageRetentionSeconds: 1209600\n", plan, StringComparison.Ordinal);
        Assert.Contains("\n        Version: '2012-10-17'\n", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_is_named_with_the_definitions_it_takes_along_and_what_those_say_is_in_the_plan()
    {
        var plan = PlanYaml.Read("plan", await PlannedStack.OfAsync("dev"));

        Assert.Equal(
            "artifact(RecordPixelEvents, definitions/events.json)",
            Input((JsonObject)plan["resources"]!, "record-pixel-events", "code"));
        Assert.Equal("signed", (string?)plan["definitions"]!["events.yaml"]!["events"]!["subscription_started"]!["identity"]);
    }

    [Fact]
    public async Task Production_protects_what_holds_data_and_says_so()
    {
        var (dev, prod) = (await StackAsync("dev"), await StackAsync("prod"));

        Assert.Equal(
            [
                "company-events-ledger", "engagement-app", "journeys-books", "journeys-customers", "journeys-history", "reminders-ledger",
            ],
            Protected(prod));
        Assert.Empty(Protected(dev));
        Assert.All(
            prod.Where(pair => (string?)pair.Value!["type"] == "aws:dynamodb/table:Table"),
            table => Assert.True((bool?)table.Value!["inputs"]?["deletionProtectionEnabled"]));

        static IEnumerable<string> Protected(JsonObject resources) =>
            resources.Where(pair => (bool?)pair.Value!["options"]?["protect"] == true)
                .Select(pair => pair.Key)
                .Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Parents_and_dependencies_are_shown()
    {
        var resource = (await StackAsync("dev"))["announcement-price_change-subscribers"]!;

        Assert.Equal(
            [
                "company-events (engagement:companyEvents:CompanyEvents)",
                "announcement-price_change (engagement:companyEvents:ScheduledAnnouncement)",
                "announcement-price_change-subscribers (engagement:provisioning:PinpointCampaign)",
            ],
            resource["within"]!.AsArray().Select(each => (string)each!));
        Assert.Equal(
            ["audience-template-price-change", "filter-audience-permission"],
            resource["options"]!["dependsOn"]!.AsArray().Select(each => (string)each!));
        Assert.True((bool)resource["options"]!["deleteBeforeReplace"]!);
    }

    [Fact]
    public async Task Secrets_stay_out_of_plans()
    {
        const string Key = "a-signing-key-that-must-never-be-in-a-plan";
        var configuration = PlannedStack.Files.ConfigurationOf("dev").With("identity:signingKey", Key)
            .WithDefaultSecret("identity:previousSigningKey", LocalSecrets.For("identity:previousSigningKey"));

        var plan = await StackPlan.WriteAsync(configuration, CancellationToken.None);

        Assert.DoesNotContain(Key, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("stand-in", plan, StringComparison.Ordinal);
        Assert.Equal("[secret]", Input(Resources(plan), "pixel-signing-version", "secretString", "current"));
        Assert.Equal("[secret]", Input(Resources(plan), "pixel-signing-version", "secretString", "previous"));
    }

    [Fact]
    public async Task A_plan_holds_no_path_no_time_no_hash_and_nothing_that_only_this_run_knows()
    {
        var plan = await PlannedStack.OfAsync("prod", EverythingOnFor("prod"));

        Assert.DoesNotContain(RepositoryRoot.Path, plan, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), plan, StringComparison.Ordinal);
        Assert.DoesNotContain(DateTimeOffset.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), plan, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{16}", plan);
        Assert.DoesNotContain(References.Account, plan, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', plan);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public async Task A_plan_is_the_same_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var expected = await PlannedStack.OfAsync("dev");
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = Like(culture);

            Assert.Equal(expected, await PlannedStack.AnewAsync("dev"));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (before, null);
        }
    }

    [Fact]
    public async Task No_name_that_is_fixed_collides_between_stacks_of_one_account()
    {
        string[] names =
        [
            "name", "namePrefix", "templateName", "bucket", "dashboardName", "functionName", "identifier", "configurationSetName",
        ];
        foreach (var stack in PlannedStack.Files.Stacks)
        {
            // Which name a record has is a setting; a table of the catalog is named within its database.
            string[] elsewhere = ["aws:route53/record:Record", "aws:glue/catalogTable:CatalogTable"];
            var @fixed = Resources(await PlannedStack.OfAsync(stack, EverythingOnFor(stack)))
                .Where(resource => !elsewhere.Contains((string)resource.Value!["type"]!))
                .SelectMany(resource => names
                    .Select(name =>
                        (Resource: resource.Key, Name: resource.Value!["inputs"]?[name] is JsonValue value ? value.ToString() : null)))
                .Where(each => each.Name?.Contains("${", StringComparison.Ordinal) == false);

            Assert.All(@fixed, each => Assert.Contains(stack, each.Name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_environment_tags_all_that_it_makes()
    {
        foreach (var stack in PlannedStack.Files.Stacks)
        {
            var tags = JsonNode.Parse(PlannedStack.Files.ConfigurationOf(stack).Values["aws:defaultTags"])!["tags"]!;

            Assert.Equal(("engagement", stack), ((string?)tags["project"], (string?)tags["environment"]));
        }
    }

    // Number signs as in that culture; the process itself knows none, being built for the invariant one.
    private static CultureInfo Like(string culture)
    {
        var like = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var numbers = like.NumberFormat;
        (numbers.NumberDecimalSeparator, numbers.NumberGroupSeparator, numbers.NegativeSign) = culture == "de-DE"
            ? (",", ".", "-")
            : (",", ".", "\u2212");
        return like;
    }

    private static (string Key, string Value)[] EverythingOnFor(string stack) =>
    [
        .. Options.Of(Options.Everything, stack),
        ("pixel:acceptUnknownEvents", "true"),
        ("ledgers:protect", "true"),
    ];

    private static async Task<JsonObject> StackAsync(string stack) => Resources(await PlannedStack.OfAsync(stack));

    private static JsonObject Resources(string plan) => (JsonObject)PlanYaml.Read("plan", plan)["resources"]!;

    private static string? Input(JsonObject resources, string name, params object[] path) =>
        (string?)path.Aggregate(resources[name]!["inputs"], (node, key) => key is int index ? node![index] : node![(string)key]);

    [GeneratedRegex(@"(?<!\$)\$\{([a-z][a-z0-9_:A-Z-]*)\.[a-zA-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
