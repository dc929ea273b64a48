using System.Diagnostics.CodeAnalysis;
using System.Text;
using Engagement.Telemetry;
using Handlers.Tests.Recording;

namespace Handlers.Tests.Telemetry;

[SuppressMessage("Design", "CA1001", Justification = "A memory stream holds nothing to dispose of.")]
public class MetricsWriterTests
{
    private readonly MemoryStream output = new();
    private readonly MetricsWriter metrics;

    public MetricsWriterTests() => metrics = new(new JsonLineWriter(output), new ManualTime(), "dev");

    [Fact]
    public void Metrics_are_added_up_into_embedded_metric_format_with_a_line_for_each_reason()
    {
        metrics.Count("EventsRecorded", 2);
        metrics.Count("EventsRecorded", 3);
        metrics.Count("EventsRejected", reason: "bot");
        metrics.Duration("PinpointDuration", TimeSpan.FromMilliseconds(12.5));
        metrics.Flush();
        Assert.Equal(
            [
                """{"_aws":{"Timestamp":1769853600000,"CloudWatchMetrics":[{"Namespace":"Engagement","Dimensions":[["Stack"]],"Metrics":[{"Name":"EventsRecorded","Unit":"Count"},{"Name":"PinpointDuration","Unit":"Milliseconds"}]}]},"Stack":"dev","EventsRecorded":5,"PinpointDuration":[12.5]}""",
                """{"_aws":{"Timestamp":1769853600000,"CloudWatchMetrics":[{"Namespace":"Engagement","Dimensions":[["Stack"],["Stack","Reason"]],"Metrics":[{"Name":"EventsRejected","Unit":"Count"}]}]},"Stack":"dev","Reason":"bot","EventsRejected":1}""",
            ],
            Lines());
    }

    [Fact]
    public void Flushed_metrics_are_not_written_again()
    {
        metrics.Count("EventsRecorded");
        metrics.Flush();
        metrics.Flush();
        Assert.Single(Lines());
    }

    [Fact]
    public void No_line_holds_more_values_than_the_format_allows()
    {
        for (var i = 0; i < 250; i++)
        {
            metrics.Duration("PinpointDuration", TimeSpan.FromMilliseconds(1));
        }

        metrics.Flush();
        Assert.Equal([100, 100, 50], Lines().Select(line => line.Split("\"PinpointDuration\":[")[1].Split(',').Length));
    }

    private string[] Lines() => Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
