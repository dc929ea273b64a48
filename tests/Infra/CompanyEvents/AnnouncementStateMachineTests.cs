using System.Collections.Immutable;
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
        var working = StatesOf((await DefinitionAsync()).GetProperty("States"))
            .Where(state => Working.Contains(state.Value.GetProperty("Type").GetString()))
            .ToList();

        Assert.True(working.Count > 10, $"Only {working.Count} steps were looked at.");
        Assert.All(working, state =>
        {
            var again = state.Value.GetProperty("Retry")
                .EnumerateArray()
                .Where(retrier => retrier.GetProperty("MaxAttempts").GetInt32() > 0)
                .ToList();
            Assert.NotEmpty(again);
            Assert.All(
                again,
                retrier =>
                    Assert.True(
                        retrier.GetProperty("BackoffRate").GetDouble() > 1 && retrier.GetProperty("MaxAttempts").GetInt32() <= 5,
                        state.Name));
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

        Assert.Equal(
            ["Pinpoint.TooManyRequestsException"],
            create.GetProperty("Retry")
                .EnumerateArray()
                .SelectMany(retrier => retrier.GetProperty("ErrorEquals").EnumerateArray())
                .Select(error => error.GetString()));
    }

    [Fact]
    public async Task Campaigns_come_from_the_definitions_as_data()
    {
        var campaigns = (await DefinitionAsync())
            .GetProperty("States")
            .GetProperty("TakeEvent")
            .GetProperty("Parameters")
            .GetProperty("campaigns");

        Assert.Equal(
            """[{"name":"premium","segmentId":"audience-segment-premium-made","template":"dev-system-update","afterSeconds":0},{"name":"standard","segmentId":"audience-segment-standard-made","template":"dev-system-update","afterSeconds":0}]""",
            JsonSerializer.Serialize(campaigns));
    }

    [Fact]
    public async Task An_execution_begins_with_the_event_that_the_publisher_checked()
    {
        var definition = await DefinitionAsync();

        Assert.Equal("TakeEvent", definition.GetProperty("StartAt").GetString());
        var taken = definition.GetProperty("States").GetProperty("TakeEvent").GetProperty("Parameters");
        Assert.Equal(
            ("$.detail.id", "$.detail.expiresAt"),
            (taken.GetProperty("eventId.$").GetString(), taken.GetProperty("expiresAt.$").GetString()));
        Assert.Equal(
            ["$.detail.attributes['starts_at']", "$.detail.attributes['duration']", "$.detail.attributes['url']"],
            taken.GetProperty("attributes").EnumerateObject().Select(attribute => attribute.Value.GetProperty("S.$").GetString()));
    }

    [Fact]
    public async Task A_later_campaign_is_waited_for_and_the_execution_may_take_that_long()
    {
        using var definitions = new DefinitionsCopy();
        definitions.Replace("announcements.yaml", "via: journey\n", "via: stepFunctions\n");
        var stack = await RecordingEngine.RunAsync(("definitions:directory", definitions.Path));
        var definition = JsonDocument.Parse(
            stack.Of(Machine).Single(machine => machine.Name == "announcement-feature_release").Text("definition")).RootElement;

        var followUp = definition.GetProperty("States")
            .GetProperty("TakeEvent")
            .GetProperty("Parameters")
            .GetProperty("campaigns")
            .EnumerateArray()
            .Single(campaign => campaign.GetProperty("name").GetString() == "premium-follow-up");
        Assert.Equal(2 * 24 * 60 * 60, followUp.GetProperty("afterSeconds").GetInt32());
        Assert.Equal((2 + 15) * 24 * 60 * 60, definition.GetProperty("TimeoutSeconds").GetInt32());
    }

    [Fact]
    public async Task No_placeholder_is_left() => Assert.DoesNotMatch(@"\$\{[A-Za-z]", (await DefinitionAsync()).GetRawText());

    [Fact]
    public async Task Names_stay_within_what_AWS_takes_with_the_eight_characters_that_Pulumi_adds()
    {
        using var definitions = new DefinitionsCopy();
        definitions.Replace("announcements.yaml", "  system_update:\n", $"  {new string('x', 40)}:\n");
        var stack = await RecordingEngine.RunAsync(("definitions:directory", definitions.Path));

        Assert.All(
            stack.Of("aws:iam/role:Role").Concat(stack.Of("aws:cloudwatch/eventRule:EventRule")),
            named => Assert.InRange(named.Name.Length, 1, 64 - 8));
        Assert.All(stack.Of(Machine).Concat(stack.Of("aws:sqs/queue:Queue")), named => Assert.InRange(named.Name.Length, 1, 80 - 8));
    }

    [Fact]
    public async Task A_failed_execution_and_one_that_takes_too_long_raise_an_alarm()
    {
        var stack = await RecordingEngine.RunAsync();
        var alarms = stack.Of("aws:cloudwatch/metricAlarm:MetricAlarm")
            .Where(alarm => (string?)alarm.Inputs.GetValueOrDefault("namespace") == "AWS/States")
            .ToList();

        Assert.Equal(
            ["ExecutionsFailed", "ExecutionsTimedOut"],
            alarms.Select(alarm => alarm.Text("metricName")).Order(StringComparer.Ordinal));
        Assert.All(
            alarms,
            alarm =>
                Assert.EndsWith(
                    ":announcement-system_update",
                    (string)alarm.Block("dimensions")["StateMachineArn"],
                    StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_publisher_knows_each_state_machine_by_its_announcement_and_may_start_those_alone()
    {
        var stack = await RecordingEngine.RunAsync();

        var machine = Assert.Single(stack.Of(Machine));
        var arn = $"arn:aws:sfn:{RecordingEngine.Region}:123456789012:{machine.Name}";
        Assert.Equal($$"""{"system_update":"{{arn}}"}""", Variables(stack)["STATE_MACHINES"]);
        Assert.Contains(
            $$"""{"Sid":"StartStateMachines","Effect":"Allow","Action":["states:StartExecution"],"Resource":["{{arn}}"]}""",
            PublisherPolicy(stack),
            StringComparison.Ordinal);
        Assert.Single(
            stack.Of("aws:iam/rolePolicy:RolePolicy"),
            policy => policy.Text("policy").Contains("states:StartExecution", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_state_machine_the_publisher_may_start_none()
    {
        using var definitions = new DefinitionsCopy();
        definitions.Replace("announcements.yaml", "via: stepFunctions\n", "via: journey\n");
        var stack = await RecordingEngine.RunAsync(("definitions:directory", definitions.Path));

        Assert.Equal("{}", Variables(stack)["STATE_MACHINES"]);
        Assert.DoesNotContain("states:", PublisherPolicy(stack), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_topic_of_failures_stays_whatever_way_announcements_go()
    {
        using var definitions = new DefinitionsCopy();
        definitions.Replace("announcements.yaml", "via: stepFunctions\n", "via: journey\n");

        Assert.Single((await RecordingEngine.RunAsync()).Of("aws:sns/topic:Topic"), topic => topic.Name == "company-events-failures");
        Assert.Single(
            (await RecordingEngine.RunAsync(("definitions:directory", definitions.Path))).Of("aws:sns/topic:Topic"),
            topic => topic.Name == "company-events-failures");
    }

    private static ImmutableDictionary<string, object> Variables(RecordingEngine stack) =>
        (ImmutableDictionary<string, object>)stack.Of("aws:lambda/function:Function")
            .Single(function => function.Name == "publish-company-event")
            .Block("environment")["variables"];

    private static string PublisherPolicy(RecordingEngine stack) =>
        stack.Of("aws:iam/rolePolicy:RolePolicy").Single(policy => policy.Name == "publish-company-event-policy").Text("policy");

    private static async Task<JsonElement> DefinitionAsync() =>
        JsonDocument.Parse(Assert.Single((await RecordingEngine.RunAsync()).Of(Machine)).Text("definition")).RootElement;

    /// <summary>All states, those of Maps too.</summary>
    private static IEnumerable<(string Name, JsonElement Value)> StatesOf(JsonElement states) =>
        states.EnumerateObject().SelectMany(state =>
            state.Value.TryGetProperty("ItemProcessor", out var processor)
                ? StatesOf(processor.GetProperty("States")).Append((state.Name, state.Value))
                : [(state.Name, state.Value)]);
}
