using System.Collections.Immutable;
using System.Text.Json;
using Engagement.Infra.Configuration;
using Engagement.Telemetry;
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
        var declared = Provisioned(await RecordingEngine.RunAsync())
            .Select(Input)
            .Select(input => $"{input.GetProperty("type")} {input.GetProperty("name")}")
            .Where(each => !each.Contains(" reminder", StringComparison.Ordinal));

        Assert.Equal(
            [
                "campaign price_change.subscribers", "endpoint company", "journey feature_release",
                "journey journey-abandoned_cart", "journey journey-onboarding", "journey journey-review", "journey journey-thank_you",
                "journey journey-welcome", "journey journey-win_back", "segment company.endpoint", "segment premium", "segment standard", "segment subscribers",
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
        var before = Provisioned(await RecordingEngine.RunAsync()).ToDictionary(each => each.Name, each => each.Text("input"));
        var after = Provisioned(await RecordingEngine.RunAsync(("provisioning:attempt", "1")))
            .ToDictionary(each => each.Name, each => each.Text("input"));

        Assert.All(before, pair => Assert.NotEqual(pair.Value, after[pair.Key]));
    }

    [Fact]
    public async Task An_input_is_the_same_in_every_run_and_has_a_line_for_each_member()
    {
        var one = Provisioned(await RecordingEngine.RunAsync()).Select(each => each.Text("input")).Order(StringComparer.Ordinal);
        var other = Provisioned(await RecordingEngine.RunAsync()).Select(each => each.Text("input")).Order(StringComparer.Ordinal);

        Assert.Equal(one, other);
        Assert.All(one, input => Assert.Contains("\n  \"definition\": {\n", input, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_journeys_and_campaigns_of_this_application_may_call_functions_for_Pinpoint()
    {
        var permissions = (await RecordingEngine.RunAsync())
            .Of(Permission)
            .Where(permission => permission.Text("principal").StartsWith("pinpoint.", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(
            ["campaigns/*", "journeys/*", "journeys/*", "journeys/*"],
            permissions.Select(permission => string.Join('/', permission.Text("sourceArn").Split('/')[^2..]))
                .Order(StringComparer.Ordinal));
        Assert.All(permissions, permission => Assert.Equal("pinpoint.eu-west-1.amazonaws.com", permission.Text("principal")));
        Assert.All(permissions, permission => Assert.Equal("123456789012", permission.Text("sourceAccount")));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("true", true)]
    public async Task The_ledger_is_backed_up_encrypted_and_protected_where_that_is_set(string? protect, bool expected)
    {
        var stack = await RecordingEngine.RunAsync(protect is null ? [] : [("ledgers:protect", protect)]);

        var table = Assert.Single(stack.Of("aws:dynamodb/table:Table"), table => table.Name == "company-events-ledger");
        Assert.Equal("PAY_PER_REQUEST", table.Text("billingMode"));
        Assert.True((bool)table.Block("pointInTimeRecovery")["enabled"]);
        Assert.True((bool)table.Block("serverSideEncryption")["enabled"]);
        Assert.Equal("expiresAt", (string)table.Block("ttl")["attributeName"]);
        Assert.Equal(expected, (bool)table.Inputs["deletionProtectionEnabled"]);
    }

    [Fact]
    public async Task Every_event_of_the_bus_reaches_the_publisher_which_says_what_is_wrong_with_unknown_ones()
    {
        var stack = await RecordingEngine.RunAsync();
        var rule = Assert.Single(stack.Of("aws:cloudwatch/eventRule:EventRule"), rule => rule.Inputs.ContainsKey("eventPattern"));

        Assert.Equal("""{"source":[{"prefix":""}]}""", rule.Text("eventPattern"));
    }

    [Fact]
    public async Task Somebody_looks_for_overdue_events_every_five_minutes()
    {
        var stack = await RecordingEngine.RunAsync();

        var rule = Assert.Single(
            stack.Of("aws:cloudwatch/eventRule:EventRule"),
            rule => rule.Inputs.GetValueOrDefault("scheduleExpression") is "rate(5 minutes)");
        Assert.Contains(
            stack.Of(Permission),
            permission =>
                permission.Text("principal") == "events.amazonaws.com"
                    && permission.Text("sourceArn").EndsWith($":{rule.Name}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_that_fail_after_the_bus_has_handed_them_on_end_in_a_queue_that_somebody_is_told_of()
    {
        var stack = await RecordingEngine.RunAsync();

        var kept = Assert.Single(
            stack.Of("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"),
            kept => kept.Name == "publish-company-event-asynchronous");
        var destination = (ImmutableDictionary<string, object>)kept.Block("destinationConfig")["onFailure"];
        Assert.Equal("publish-company-event", kept.Text("functionName"));
        Assert.EndsWith(":publish-company-event-dlq", (string)destination["destination"], StringComparison.Ordinal);
        Assert.Contains(
            (ImmutableArray<object>)stack.Outputs["deadLetterQueues"]!,
            url => ((string)url).EndsWith("/publish-company-event-dlq", StringComparison.Ordinal));
        Assert.Contains(stack.Of("aws:cloudwatch/metricAlarm:MetricAlarm"), alarm => alarm.Name == "publish-company-event-dlq-alarm");
    }

    [Theory]
    [InlineData(MetricName.CompanyEventsOverdue)]
    [InlineData(MetricName.CompanyEventChecks)]
    [InlineData(MetricName.EventsRecordedInPart)]
    [InlineData(MetricName.CampaignRulesMissing)]
    [InlineData(MetricName.UserAttributesLost)]
    [InlineData(MetricName.AnnouncementsUnknown)]
    public async Task What_customers_go_without_raises_an_alarm(string metric)
    {
        var alarm = Assert.Single(
            (await RecordingEngine.RunAsync()).Of("aws:cloudwatch/metricAlarm:MetricAlarm"),
            alarm => alarm.Inputs.GetValueOrDefault("metricName") is string name && name == metric);

        Assert.Equal((MetricName.Namespace, "dev"), (alarm.Text("namespace"), (string)alarm.Block("dimensions")["Stack"]));
    }

    [Fact]
    public async Task Each_template_carries_the_name_of_its_environment()
    {
        var templates = (await RecordingEngine.RunAsync()).Of("aws:pinpoint/emailTemplate:EmailTemplate").ToList();

        Assert.Equal(19, templates.Count);
        Assert.All(templates, template => Assert.StartsWith("dev-", template.Text("templateName"), StringComparison.Ordinal));
    }

    // The journeys of customers are written by another function.
    private static IEnumerable<Registered> Provisioned(RecordingEngine stack) =>
        stack.Of(Invocation).Where(each => each.Name != "journeys");

    private static JsonElement Input(Registered invocation) => JsonDocument.Parse(invocation.Text("input")).RootElement;
}
