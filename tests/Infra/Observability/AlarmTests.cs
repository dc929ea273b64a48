using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Infra.Configuration;
using Infra.Tests.Policies;
using Infra.Tests.PulumiSdk;
using Infra.Tests.Ses;
using Infra.Tests.StackProgram;
using Pulumi;

namespace Infra.Tests.Observability;

/// <summary>What rings an alarm, and where it reports.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed partial class AlarmTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Topic = "aws:sns/topic:Topic";

    [Fact]
    public async Task Every_alarm_reports_its_beginning_and_its_end_to_the_one_topic()
    {
        var stack = await RecordingEngine.RunAsync();

        var topic = Assert.Single(stack.Of(Topic), topic => topic.Name == "alarms");
        Assert.All(stack.Of(Alarm), alarm =>
        {
            Assert.Equal([$"arn:aws:sns:eu-west-1:123456789012:{topic.Name}"], alarm.Texts("alarmActions"));
            Assert.Equal(alarm.Texts("alarmActions"), alarm.Texts("okActions"));
        });
    }

    [Fact]
    public async Task CloudWatch_of_this_account_alone_may_publish_to_the_encrypted_topic()
    {
        var stack = await RecordingEngine.RunAsync();

        Assert.Equal("alarms-key-id", Assert.Single(stack.Of(Topic), topic => topic.Name == "alarms").Text("kmsMasterKeyId"));
        var statement = JsonDocument
            .Parse(Assert.Single(stack.Of("aws:sns/topicPolicy:TopicPolicy"), policy => policy.Name == "alarms-policy")
                .Text("policy")).RootElement
            .GetProperty("Statement")[0];
        Assert.Equal("cloudwatch.amazonaws.com", statement.GetProperty("Principal").GetProperty("Service").GetString());
        Assert.Equal(
            "123456789012",
            statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("aws:SourceAccount").GetString());
        var key = Assert.Single(stack.Of("aws:kms/keyPolicy:KeyPolicy"), policy => policy.Name == "alarms-key-policy").Text("policy");
        Assert.Contains("\"kms:Decrypt\",\"kms:GenerateDataKey\"", key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_goes_to_the_address_that_is_set_and_otherwise_to_nobody()
    {
        const string Subscription = "aws:sns/topicSubscription:TopicSubscription";
        Assert.Empty((await RecordingEngine.RunAsync()).Of(Subscription));

        var subscription = Assert.Single((await RecordingEngine.RunAsync(("alarms:email", "on-call@example.com"))).Of(Subscription));
        Assert.Equal(("email", "on-call@example.com"), (subscription.Text("protocol"), subscription.Text("endpoint")));
    }

    [Theory]
    [InlineData("pixel-queue", 900)]
    [InlineData("launch-campaigns-retries", 1800)]
    public async Task A_queue_has_an_alarm_on_messages_older_than_five_attempts(string queue, int seconds)
    {
        var alarm = Assert.Single((await RecordingEngine.RunAsync()).Of(Alarm), alarm => alarm.Name == $"{queue}-age");

        Assert.Equal("ApproximateAgeOfOldestMessage", alarm.Text("metricName"));
        Assert.Equal(seconds, alarm.Number("threshold"));
        Assert.Equal(queue, alarm.Block("dimensions")["QueueName"]);
    }

    [Fact]
    public async Task Too_large_a_rejected_share_is_one_only_among_enough_requests()
    {
        var stack = await RecordingEngine.RunAsync(("alarms:rejectedSharePercent", "5"), ("alarms:rejectedShareMinimum", "1000"));

        var alarm = Assert.Single(stack.Of(Alarm), alarm => alarm.Name == "rejected-share");
        Assert.Equal(5, alarm.Number("threshold"));
        Assert.Equal(
            "IF((FILL(eventsRecorded, 0) + FILL(eventsRejected, 0)) >= 1000, 100 * (FILL(eventsRejected, 0)) / (FILL(eventsRecorded, 0) + "
                + "FILL(eventsRejected, 0)), 0)",
            Queries(alarm).Single(query => query.ContainsKey("expression"))["expression"]);
        Assert.Equal(
            ["EventsRecorded dev", "EventsRejected dev"],
            Queries(alarm).Where(query => query.ContainsKey("metric")).Select(query => (ImmutableDictionary<string, object>)query["metric"])
                .Select(metric => $"{metric["metricName"]} {((ImmutableDictionary<string, object>)metric["dimensions"])["Stack"]}"));
    }

    [Fact]
    public async Task Refusals_of_Pinpoint_count_errors_and_throttling_against_all_calls()
    {
        var alarm = Assert.Single((await RecordingEngine.RunAsync()).Of(Alarm), alarm => alarm.Name == "pinpoint-refusals");

        Assert.Contains(
            "100 * (FILL(pinpointErrors, 0) + FILL(pinpointThrottled, 0)) / (FILL(pinpointCalls, 0))",
            (string)Queries(alarm).First()["expression"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_what_came_in_without_what_was_settled_or_waits()
    {
        var alarm = Assert.Single((await RecordingEngine.RunAsync()).Of(Alarm), alarm => alarm.Name == "pixel-missing");
        var metrics = Queries(alarm).Where(query => query.ContainsKey("metric")).ToDictionary(
            query => (string)query["id"],
            query => (ImmutableDictionary<string, object>)query["metric"]);

        Assert.Equal(
            "FILL(taken, 0) - FILL(settled0, 0) - FILL(settled1, 0) - FILL(waiting0, 0) - FILL(waiting1, 0) - FILL(waiting2, 0)"
                + " - 0.05 * FILL(taken, 0)",
            Queries(alarm).First()["expression"]);
        Assert.Equal("NumberOfMessagesSent", metrics["taken"]["metricName"]);
        Assert.All(
            metrics,
            metric => Assert.Equal(metric.Key.StartsWith("waiting", StringComparison.Ordinal) ? "Maximum" : "Sum", metric.Value["stat"]));
        Assert.All(metrics.Values, metric => Assert.Equal(3600.0, Convert.ToDouble(metric["period"], CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("record-pixel-events-errors", "AWS/Lambda", "Errors")]
    [InlineData("record-pixel-events-throttles", "AWS/Lambda", "Throttles")]
    [InlineData("pixel-queue-dlq-alarm", "AWS/SQS", "ApproximateNumberOfMessagesVisible")]
    [InlineData("pixel-5xx", "AWS/ApiGateway", "5XXError")]
    public async Task Whatever_needs_somebody_has_an_alarm(string name, string space, string metric)
    {
        var alarm = Assert.Single((await RecordingEngine.RunAsync()).Of(Alarm), alarm => alarm.Name == name);

        Assert.Equal((space, metric, 0.0), (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Number("threshold")));
    }

    [Fact]
    public async Task Every_alarm_says_what_it_means_and_what_to_do()
    {
        var alarms = (await RecordingEngine.RunAsync()).Of(Alarm);

        // What it means, then what to do: two clauses at the least.
        Assert.All(alarms, alarm => Assert.Matches(@"^\S.+[:;.,] \S.+[.?]$", alarm.Text("alarmDescription")));
    }

    [Fact]
    public async Task Every_alarm_is_in_the_table_of_what_to_do()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "operations.md"));
        var table = page[page.IndexOf("| alarm |", StringComparison.Ordinal)..page.IndexOf("## Redriving", StringComparison.Ordinal)];
        var names = table.Split('\n').Where(row => row.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(row => Quoted().Matches(row.Split('|')[1]))
            .Select(name =>
                new Regex(
                    $"^{Regex.Escape(name.Groups[1].Value).Replace("…", ".+", StringComparison.Ordinal)}$",
                    RegexOptions.CultureInvariant))
            .ToList();

        List<Registered> alarms =
        [
            .. (await RecordingEngine.RunAsync([.. Options.Of("eventStream")])).Of(Alarm),
            .. (await SesStack.RunAsync()).Of(Alarm),
        ];

        Assert.All(alarms, alarm => Assert.Contains(names, name => name.IsMatch(alarm.Name)));
        Assert.All(names, name => Assert.Contains(alarms, alarm => name.IsMatch(alarm.Name)));
    }

    [Theory]
    [InlineData("alarms:email", "nobody", "alarms:email: 'nobody' is not an e-mail address.")]
    [InlineData("alarms:rejectedSharePercent", "0", "alarms:rejectedSharePercent: '0' is not a whole number from 1 to 100.")]
    public async Task A_wrong_alarm_setting_is_named(string key, string value, string expected)
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RecordingEngine.RunAsync((key, value)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    private static IEnumerable<ImmutableDictionary<string, object>> Queries(Registered alarm) =>
        ((ImmutableArray<object>)alarm.Inputs["metricQueries"]).Cast<ImmutableDictionary<string, object>>();
}
