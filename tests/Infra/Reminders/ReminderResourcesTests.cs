using System.Text.Json;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Reminders;

/// <summary>What the program declares for reminders.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class ReminderResourcesTests
{
    private static readonly string[] Messages =
    [
        "appointment.P1D", "appointment.PT2H", "subscription_renewal.P1D", "subscription_renewal.P30D",
        "subscription_renewal.P7D",
    ];

    [Fact]
    public async Task Each_message_has_a_segment_that_deployments_leave_alone_and_a_journey_that_looks_at_it_each_hour()
    {
        var declared = (await RecordingEngine.RunAsync())
            .Of("aws:lambda/invocation:Invocation")
            .Where(each => each.Name.StartsWith("reminder-", StringComparison.Ordinal))
            .Select(each => JsonElement.Parse(each.Text("input"))).ToLookup(input => input.GetProperty("type").GetString());

        Assert.Equal(
            Messages.Select(name => $"reminder.{name}"),
            declared["segment"].Select(segment => segment.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.All(declared["segment"], segment => Assert.True(segment.GetProperty("definition").GetProperty("sliding").GetBoolean()));
        var journeys = declared["journey"].Select(journey => journey.GetProperty("definition")).ToList();
        Assert.Equal(Messages, journeys.Select(journey => journey.GetProperty("data").GetString()).Order(StringComparer.Ordinal));
        Assert.All(journeys, journey => Assert.Equal("PT1H", journey.GetProperty("refreshEvery").GetString()));
        Assert.All(
            journeys,
            journey => Assert.Contains(journey.GetProperty("template").GetString(), new[] { "dev-renewal", "dev-appointment" }));
    }

    [Fact]
    public async Task Segment_of_a_reminder_lies_within_that_of_its_definition()
    {
        var renewal = Assert.Single(
            (await RecordingEngine.RunAsync()).Of("aws:lambda/invocation:Invocation"),
            each => each.Name == "reminder-subscription_renewal-P30D-segment");
        Assert.Equal(
            "audience-segment-subscribers-made",
            JsonElement.Parse(renewal.Text("input")).GetProperty("definition").GetProperty("baseSegmentId").GetString());
    }

    [Fact]
    public async Task Function_knows_each_segment_and_may_move_these_alone()
    {
        var stack = await RecordingEngine.RunAsync();
        var function = Assert.Single(stack.Of("aws:lambda/function:Function"), each => each.Name == "slide-reminders");
        var segments = JsonElement.Parse(
            (string)((System.Collections.Immutable.ImmutableDictionary<string, object>)function
                .Block("environment")["variables"])["SEGMENTS"]);
        Assert.Equal(Messages, segments.EnumerateObject().Select(segment => segment.Name).Order(StringComparer.Ordinal));
        Assert.Equal("reminder-appointment-PT2H-segment-made", segments.GetProperty("appointment.PT2H").GetProperty("id").GetString());

        var policy = JsonElement.Parse(
            Assert.Single(stack.Of("aws:iam/rolePolicy:RolePolicy"), each => each.Name == "slide-reminders-policy").Text("policy"));
        var slide = policy.GetProperty("Statement")
            .EnumerateArray()
            .Single(statement => statement.GetProperty("Sid").GetString() == "SlideSegments");
        Assert.Equal(Messages.Length, slide.GetProperty("Resource").GetArrayLength());
        Assert.DoesNotContain("*", slide.GetProperty("Resource").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_hour_fires_and_silence_for_two_is_an_alarm()
    {
        var stack = await RecordingEngine.RunAsync();
        Assert.Contains(
            stack.Of("aws:cloudwatch/eventRule:EventRule"),
            rule => rule.Name == "reminders-schedule" && rule.Text("scheduleExpression") == "cron(0 * * * ? *)");
        var alarm = Assert.Single(stack.Of("aws:cloudwatch/metricAlarm:MetricAlarm"), each => each.Name == "slide-reminders-missed");
        Assert.Equal(
            ("RemindersSlid", "LessThanThreshold", "breaching", 3_600, 2),
            (alarm.Text("metricName"), alarm.Text("comparisonOperator"), alarm
                .Text("treatMissingData"), alarm.Number("period"), alarm.Number("evaluationPeriods")));
    }

    [Theory]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public async Task Ledger_is_backed_up_encrypted_forgets_customers_and_is_protected_where_that_is_set(string protect, bool expected)
    {
        var table = Assert.Single(
            (await RecordingEngine.RunAsync(("ledgers:protect", protect))).Of("aws:dynamodb/table:Table"),
            each => each.Name == "reminders-ledger");
        Assert.Equal("expiresAt", table.Block("ttl")["attributeName"]);
        Assert.True((bool)table.Block("pointInTimeRecovery")["enabled"]);
        Assert.True((bool)table.Block("serverSideEncryption")["enabled"]);
        Assert.Equal(expected, (bool)table.Inputs["deletionProtectionEnabled"]);
    }
}
