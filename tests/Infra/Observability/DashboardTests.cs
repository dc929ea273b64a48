using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Pinpoint;
using Engagement.Telemetry;
using Infra.Tests.PulumiSdk;
using Infra.Tests.StackProgram;

namespace Infra.Tests.Observability;

/// <summary>What an operator sees first.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed partial class DashboardTests
{
    private const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";

    [Fact]
    public async Task Every_queue_function_and_alarm_is_on_it()
    {
        var stack = await RecordingEngine.RunAsync();
        var body = Body(stack);

        Assert.All(
            stack.Of("aws:sqs/queue:Queue"),
            queue => Assert.Contains($"\"QueueName\",\"{queue.Name}\"", body, StringComparison.Ordinal));
        Assert.All(
            stack.Of("aws:lambda/function:Function"),
            function => Assert.Contains($"\"FunctionName\",\"{function.Name}\"", body, StringComparison.Ordinal));
        Assert.All(
            stack.Of("aws:cloudwatch/metricAlarm:MetricAlarm"),
            alarm => Assert.Contains($":{alarm.Name}\"", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_shows_no_metric_that_no_function_counts()
    {
        var known = typeof(MetricName).GetFields().Concat(typeof(PinpointMetrics).GetFields())
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToHashSet(StringComparer.Ordinal);

        var shown = EngagementMetric().Matches(Body(await RecordingEngine.RunAsync())).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(shown);
        Assert.Empty(shown.Except(known));
    }

    [Fact]
    public async Task Every_widget_is_complete_and_within_the_grid()
    {
        foreach (var widget in JsonDocument.Parse(Body(await RecordingEngine.RunAsync())).RootElement
            .GetProperty("widgets")
            .EnumerateArray())
        {
            Assert.InRange(widget.GetProperty("width").GetInt32(), 1, 24);
            Assert.InRange(widget.GetProperty("height").GetInt32(), 1, 1000);
            var (type, properties) = (widget.GetProperty("type").GetString(), widget.GetProperty("properties"));
            Assert.True(type switch
            {
                "metric" =>
                    properties.GetProperty("region").GetString() == RecordingEngine.Region
                        && properties.GetProperty("metrics").GetArrayLength() > 0,
                "alarm" => properties.GetProperty("alarms").GetArrayLength() > 0,
                "text" => properties.GetProperty("markdown").GetString() is { Length: > 0 },
                _ => false,
            });
        }
    }

    [Fact]
    public async Task Every_sum_is_of_metrics_beside_it()
    {
        var widgets = JsonDocument.Parse(Body(await RecordingEngine.RunAsync())).RootElement.GetProperty("widgets").EnumerateArray()
            .Where(widget => widget.GetProperty("properties").TryGetProperty("metrics", out _));
        var sums = 0;
        foreach (var widget in widgets)
        {
            var options = widget.GetProperty("properties").GetProperty("metrics").EnumerateArray()
                .Select(metric => metric[metric.GetArrayLength() - 1])
                .ToList();
            var ids = options.Where(option => option.TryGetProperty("id", out _)).Select(option => option.GetProperty("id").GetString()!);
            foreach (var sum in options.Select(Expression).Where(expression => expression.StartsWith("FILL", StringComparison.Ordinal)))
            {
                sums++;
                Assert.Equal(
                    ids.Order(StringComparer.Ordinal),
                    Filled().Matches(sum).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
            }
        }

        Assert.NotEqual(0, sums);

        static string Expression(JsonElement option) => option.TryGetProperty("expression", out var found) ? found.GetString()! : "";
    }

    [Fact]
    public async Task Its_page_is_an_output()
    {
        var stack = await RecordingEngine.RunAsync();

        Assert.Equal("engagement-dev-eu-west-1", Assert.Single(stack.Of(Dashboard)).Text("dashboardName"));
        Assert.StartsWith(
            "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/",
            (string)stack.Outputs["dashboardUrl"]!,
            StringComparison.Ordinal);
    }

    // As JSON without white space, so that a test need not know how it is indented.
    private static string Body(RecordingEngine stack) =>
        JsonSerializer.Serialize(JsonDocument.Parse(Assert.Single(stack.Of(Dashboard)).Text("dashboardBody")).RootElement);

    [GeneratedRegex(@"FILL\((\w+), 0\)", RegexOptions.CultureInvariant)]
    private static partial Regex Filled();

    [GeneratedRegex("""(\["Engagement","|MetricName=\\u0022)(?<name>\w+)""", RegexOptions.CultureInvariant)]
    private static partial Regex EngagementMetric();
}
