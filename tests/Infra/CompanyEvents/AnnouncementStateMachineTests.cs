using System.Text.Json;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.CompanyEvents;

/// <summary>The state machine of an announcement with <c>via: stepFunctions</c>, as it is deployed.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class AnnouncementStateMachineTests
{
    private const string Machine = "aws:sfn/stateMachine:StateMachine";
    private static readonly string[] Working = ["Task", "Map", "Parallel"];

    [Fact]
    public async Task Each_announcement_by_state_machine_has_one_that_logs_without_data()
    {
        var machine = Assert.Single((await RecordingEngine.RunAsync()).Of(Machine));

        Assert.Equal("announcement-system_update", machine.Name);
        Assert.Equal("STANDARD", machine.Text("type"));
        var logging = machine.Block("loggingConfiguration");
        Assert.Equal("ALL", logging["level"]);
        Assert.False((bool)logging["includeExecutionData"]);
        Assert.EndsWith(":announcement-system_update-log:*", (string)logging["logDestination"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_step_that_can_fail_is_tried_again_with_growing_waits_and_caught()
    {
        var working = StatesOf((await DefinitionAsync()).GetProperty("States")).Where(state => Working.Contains(state.Value.GetProperty("Type").GetString())).ToList();

        Assert.True(working.Count > 10, $"Only {working.Count} steps were looked at.");
        Assert.All(working, state =>
        {
            var again = state.Value.GetProperty("Retry").EnumerateArray().Where(retrier => retrier.GetProperty("MaxAttempts").GetInt32() > 0).ToList();
            Assert.NotEmpty(again);
            Assert.All(again, retrier => Assert.True(retrier.GetProperty("BackoffRate").GetDouble() > 1 && retrier.GetProperty("MaxAttempts").GetInt32() <= 5, state.Name));
            Assert.Equal("States.ALL", state.Value.GetProperty("Catch").EnumerateArray().Last().GetProperty("ErrorEquals")[0].GetString());
        });
    }

    [Fact]
    public async Task Every_call_has_a_time_limit() => Assert.All(
        StatesOf((await DefinitionAsync()).GetProperty("States")).Where(state => state.Value.GetProperty("Type").GetString() == "Task"),
        state => Assert.InRange(state.Value.GetProperty("TimeoutSeconds").GetInt32(), 1, 60));

    [Fact]
    public async Task Creating_a_campaign_is_repeated_at_once_only_where_nothing_can_have_been_created()
    {
        var create = StatesOf((await DefinitionAsync()).GetProperty("States")).Single(state => state.Name == "CreateCampaign").Value;

        Assert.Equal(["Pinpoint.TooManyRequestsException"], create.GetProperty("Retry").EnumerateArray().SelectMany(retrier => retrier.GetProperty("ErrorEquals").EnumerateArray()).Select(error => error.GetString()));
    }

    [Fact]
    public async Task Campaigns_come_from_the_definitions_as_data()
    {
        var campaigns = (await DefinitionAsync()).GetProperty("States").GetProperty("TakeEvent").GetProperty("Parameters").GetProperty("campaigns");

        Assert.Equal(
            """[{"name":"premium","segmentId":"audience-segment-premium-made","template":"dev-system-update","afterSeconds":0},{"name":"standard","segmentId":"audience-segment-standard-made","template":"dev-system-update","afterSeconds":0}]""",
            JsonSerializer.Serialize(campaigns));
    }

    [Fact]
    public async Task What_the_ledger_is_told_of_an_event_is_asked_for_first()
    {
        var states = (await DefinitionAsync()).GetProperty("States");
        var asked = states.GetProperty("IsWhole").GetProperty("Choices")[0].GetProperty("And").EnumerateArray()
            .Where(rule => rule.TryGetProperty("IsString", out _) || rule.TryGetProperty("IsNumeric", out _))
            .Select(rule => rule.GetProperty("Variable").GetString());

        Assert.Equal(["$.detail.id", "$.detail.attributes['starts_at']", "$.detail.attributes['duration']", "$.detail.attributes['url']", "$.detail.expiresAt"], asked);
        Assert.Equal("$.detail.expiresAt", states.GetProperty("TakeEvent").GetProperty("Parameters").GetProperty("expiresAt.$").GetString());
        Assert.Contains("$.expiresAt", states.GetProperty("WriteEvent").GetProperty("Parameters").GetProperty("Item").GetProperty("expiresAt").GetProperty("N.$").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_campaign_is_waited_for_and_the_execution_may_take_that_long()
    {
        using var definitions = new DefinitionsCopy();
        definitions.Replace("announcements.yaml", "via: journey\n", "via: stepFunctions\n");
        var stack = await RecordingEngine.RunAsync(("definitions:directory", definitions.Path));
        var definition = JsonDocument.Parse(stack.Of(Machine).Single(machine => machine.Name == "announcement-feature_release").Text("definition")).RootElement;

        var followUp = definition.GetProperty("States").GetProperty("TakeEvent").GetProperty("Parameters").GetProperty("campaigns").EnumerateArray().Single(campaign => campaign.GetProperty("name").GetString() == "premium-follow-up");
        Assert.Equal(2 * 24 * 60 * 60, followUp.GetProperty("afterSeconds").GetInt32());
        Assert.Equal(4 * 24 * 60 * 60, definition.GetProperty("TimeoutSeconds").GetInt32());
    }

    [Fact]
    public async Task No_placeholder_is_left() => Assert.DoesNotMatch(@"\$\{[A-Za-z]", (await DefinitionAsync()).GetRawText());

    [Fact]
    public async Task Names_stay_within_what_AWS_takes_with_the_eight_characters_that_Pulumi_adds()
    {
        using var definitions = new DefinitionsCopy();
        definitions.Replace("announcements.yaml", "  system_update:\n", $"  {new string('x', 40)}:\n");
        var stack = await RecordingEngine.RunAsync(("definitions:directory", definitions.Path));

        Assert.All(stack.Of("aws:iam/role:Role").Concat(stack.Of("aws:cloudwatch/eventRule:EventRule")), named => Assert.InRange(named.Name.Length, 1, 64 - 8));
        Assert.All(stack.Of(Machine).Concat(stack.Of("aws:sqs/queue:Queue")), named => Assert.InRange(named.Name.Length, 1, 80 - 8));
    }

    [Fact]
    public async Task A_failed_execution_and_one_that_takes_too_long_raise_an_alarm()
    {
        var stack = await RecordingEngine.RunAsync();
        var alarms = stack.Of("aws:cloudwatch/metricAlarm:MetricAlarm").Where(alarm => (string?)alarm.Inputs.GetValueOrDefault("namespace") == "AWS/States").ToList();

        Assert.Equal(["ExecutionsFailed", "ExecutionsTimedOut"], alarms.Select(alarm => alarm.Text("metricName")).Order(StringComparer.Ordinal));
        Assert.All(alarms, alarm => Assert.EndsWith(":announcement-system_update", (string)alarm.Block("dimensions")["StateMachineArn"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_bus_cannot_hand_over_is_tried_for_a_day_and_kept_and_only_its_rule_may_keep_it_there()
    {
        var stack = await RecordingEngine.RunAsync();

        var target = Assert.Single(stack.Of("aws:cloudwatch/eventTarget:EventTarget"), target => target.Name == "announcement-system_update");
        Assert.Equal(86_400.0, target.Block("retryPolicy")["maximumEventAgeInSeconds"]);
        Assert.EndsWith(":announcement-system_update-dlq", (string)target.Block("deadLetterConfig")["arn"], StringComparison.Ordinal);
        var policy = Assert.Single(stack.Of("aws:sqs/queuePolicy:QueuePolicy"), policy => policy.Name == "announcement-system_update-dlq-policy");
        Assert.Contains("""{"ArnEquals":{"aws:SourceArn":"arn:aws:cloudwatch:eu-west-1:123456789012:announcement-system_update"}}""", policy.Text("policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_topic_of_failures_stays_whatever_way_announcements_go()
    {
        using var definitions = new DefinitionsCopy();
        definitions.Replace("announcements.yaml", "via: stepFunctions\n", "via: journey\n");

        Assert.Single((await RecordingEngine.RunAsync()).Of("aws:sns/topic:Topic"), topic => topic.Name == "company-events-failures");
        Assert.Single((await RecordingEngine.RunAsync(("definitions:directory", definitions.Path))).Of("aws:sns/topic:Topic"), topic => topic.Name == "company-events-failures");
    }

    private static async Task<JsonElement> DefinitionAsync() => JsonDocument.Parse(Assert.Single((await RecordingEngine.RunAsync()).Of(Machine)).Text("definition")).RootElement;

    /// <summary>All states, those of Maps too.</summary>
    private static IEnumerable<(string Name, JsonElement Value)> StatesOf(JsonElement states) => states.EnumerateObject().SelectMany(state =>
        state.Value.TryGetProperty("ItemProcessor", out var processor)
            ? StatesOf(processor.GetProperty("States")).Append((state.Name, state.Value))
            : [(state.Name, state.Value)]);
}
