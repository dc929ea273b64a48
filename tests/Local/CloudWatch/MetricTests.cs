using System.Globalization;

namespace Local.Tests.CloudWatch;

public sealed class MetricTests
{
    private readonly LogCloud cloud = new();

    [Fact]
    public void Each_set_of_dimensions_is_a_metric_of_its_own()
    {
        Write(
            """[["Stack"],["Stack","Reason"]]""",
            """{"Name":"EventsRejected","Unit":"Count"}""",
            "\"Stack\":\"dev\",\"Reason\":\"unknownEvent\",\"EventsRejected\":2");
        Write(
            """[["Stack"],["Stack","Reason"]]""",
            """{"Name":"EventsRejected","Unit":"Count"}""",
            "\"Stack\":\"dev\",\"Reason\":\"expired\",\"EventsRejected\":3");

        Assert.Equal(5, Sum("EventsRejected", ("Stack", "dev")));
        Assert.Equal(2, Sum("EventsRejected", ("Reason", "unknownEvent"), ("Stack", "dev")));
        Assert.Equal(3, Sum("EventsRejected", ("Stack", "dev"), ("Reason", "expired")));
        Assert.Equal(0, Sum("EventsRejected"));
        Assert.Equal(0, Sum("EventsRejected", ("Stack", "prod")));
        Assert.Equal(0, cloud.Logs.Metrics.Sum("Other", "EventsRejected", ("Stack", "dev")));
        Assert.Empty(cloud.Logs.Problems);
    }

    [Fact]
    public void Totals_tell_sum_count_extremes_unit_and_time()
    {
        Write("[[]]", """{"Name":"Latency","Unit":"Milliseconds","StorageResolution":60}""", "\"Latency\":[3,1.5,7]");

        var total = Assert.Single(cloud.Logs.Metrics.Totals);
        Assert.Equal((11.5, 3, 1.5, 7.0, "Milliseconds"), (total.Sum, total.Count, total.Minimum, total.Maximum, total.Unit));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_772_366_400_000), total.LastAt);
        Assert.Equal([3, 1.5, 7], cloud.Logs.Metrics.Recent.Select(datum => datum.Value));
        Assert.Empty(total.Dimensions);
    }

    [Fact]
    public void One_line_may_hold_several_metrics()
    {
        Write(
            """[["Stack"]]""",
            """{"Name":"EventsRecorded"},{"Name":"PinpointCalls"}""",
            "\"Stack\":\"dev\",\"EventsRecorded\":100,\"PinpointCalls\":1,\"ignored\":{\"a\":1}");

        Assert.Equal((100, 1), (Sum("EventsRecorded", ("Stack", "dev")), Sum("PinpointCalls", ("Stack", "dev"))));
    }

    [Theory]
    [InlineData("""[["Stack"]]""", """{"Name":"A"}""", "\"A\":1", "dimension 'Stack' has no text")]
    [InlineData("""[["Stack"]]""", """{"Name":"A"}""", "\"A\":1,\"Stack\":7", "dimension 'Stack' has no text")]
    [InlineData("[[]]", """{"Name":"A"}""", "\"B\":1", "metric 'A' has no value")]
    [InlineData("[[]]", """{"Name":"A"}""", "\"A\":\"1\"", "metric 'A' is not a number")]
    [InlineData("[[]]", """{"Unit":"Count"}""", "\"A\":1", "Name is not a text")]
    [InlineData("\"Stack\"", """{"Name":"A"}""", "\"A\":1", "Dimensions is not a list")]
    [InlineData("[\"Stack\"]", """{"Name":"A"}""", "\"A\":1", "dimension set")]
    public void A_line_that_breaks_the_specification_yields_no_metric_and_says_why(
        string dimensions, string definitions, string members, string problem)
    {
        Write(dimensions, definitions, members);

        Assert.Empty(cloud.Logs.Metrics.Totals);
        Assert.Contains(problem, Assert.Single(cloud.Logs.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"_aws":{"CloudWatchMetrics":[]}}""", "Timestamp")]
    [InlineData("""{"_aws":{"Timestamp":"now","CloudWatchMetrics":[]}}""", "Timestamp")]
    [InlineData("""{"_aws":{"Timestamp":9223372036854775807,"CloudWatchMetrics":[]}}""", "Timestamp")]
    [InlineData("""{"_aws":{"Timestamp":1}}""", "CloudWatchMetrics")]
    [InlineData("""{"_aws":7}""", "Timestamp")]
    public void Metadata_must_be_whole(string line, string problem)
    {
        cloud.Logs.Write(LogCloud.Group, line);

        Assert.Contains(problem, Assert.Single(cloud.Logs.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_has_thirty_dimensions_at_most()
    {
        var names = Enumerable.Range(0, 31).Select(i => $"D{i}").ToList();

        Write(
            $"[[{string.Join(',', names.Select(name => $"\"{name}\""))}]]",
            """{"Name":"A"}""",
            string.Join(',', names.Select(name => $"\"{name}\":\"x\"").Append("\"A\":1")));

        Assert.Contains("at most 30", Assert.Single(cloud.Logs.Problems), StringComparison.Ordinal);
    }

    private double Sum(string name, params IEnumerable<(string, string)> dimensions) =>
        cloud.Logs.Metrics.Sum("Engagement", name, dimensions);

    private void Write(string dimensions, string definitions, string members) => cloud.Logs.Write(LogCloud.Group, string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"_aws":{"Timestamp":1772366400000,"CloudWatchMetrics":[{"Namespace":"Engagement","Dimensions":{{dimensions}},"Metrics":[{{definitions}}]}]},{{members}}}"""));
}
