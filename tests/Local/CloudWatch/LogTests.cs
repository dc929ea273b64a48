using Engagement.Local.Aws;
using Engagement.Local.CloudWatch;

namespace Local.Tests.CloudWatch;

public sealed class LogTests
{
    private readonly LogCloud cloud = new();

    [Fact]
    public async Task A_group_keeps_its_lines_for_its_retention()
    {
        var state = await cloud.CreateAsync("aws:cloudwatch/logGroup:LogGroup", "logs", ("name", LogCloud.Group), ("retentionInDays", 7.0));
        Assert.Equal($"arn:aws:logs:eu-west-1:000000000000:log-group:{LogCloud.Group}", state.Outputs["arn"]);

        cloud.Logs.Write(LogCloud.Group, "old");
        await cloud.AdvanceAsync(6);
        cloud.Logs.Write(LogCloud.Group, "new");
        Assert.Equal(["old", "new"], Texts());

        await cloud.AdvanceAsync(1);
        Assert.Equal(["new"], Texts());
    }

    [Fact]
    public async Task A_group_without_retention_keeps_the_last_ten_thousand_lines()
    {
        for (var i = 0; i < LogGroup.Capacity + 5; i++)
        {
            cloud.Logs.Write(LogCloud.Group, $"{i}");
        }

        await cloud.AdvanceAsync(1000);

        Assert.Equal(Enumerable.Range(5, LogGroup.Capacity).Select(i => $"{i}"), Texts());
        Assert.Equal([LogCloud.Group], cloud.Logs.Groups.Select(group => group.Name));
        Assert.Empty(cloud.Logs.Lines("nowhere"));
    }

    [Fact]
    public async Task A_group_written_to_before_it_is_declared_keeps_its_lines()
    {
        cloud.Logs.Write(LogCloud.Group, "early");

        await cloud.CreateAsync("aws:cloudwatch/logGroup:LogGroup", "logs", ("name", LogCloud.Group));

        Assert.Equal(["early"], Texts());
        var error =
            await Assert.ThrowsAsync<AwsException>(() =>
                cloud.CreateAsync("aws:cloudwatch/logGroup:LogGroup", "again", ("name", LogCloud.Group)));
        Assert.Equal("ResourceAlreadyExistsException", error.Code);
    }

    [Theory]
    [InlineData("retentionInDays", 8.0)]
    [InlineData("logGroupClass", "INFREQUENT_ACCESS")]
    [InlineData("unknown", "x")]
    public async Task An_input_that_is_wrong_or_not_done_is_an_error_that_names_it(string key, object value)
    {
        var error =
            await Assert.ThrowsAsync<ArgumentException>(() => cloud.CreateAsync("aws:cloudwatch/logGroup:LogGroup", "logs", (key, value)));

        Assert.Contains($"'logs': {key}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejection_line_is_a_rejection()
    {
        cloud.Logs.Write(
            LogCloud.Group,
            """{"level":"Warning","log":"rejected","id":"r-1","at":"2026-03-01T11:59:58.123Z","reason":"unknownEvent","eventType":"(unlisted)","message":"Not in the plan."}""");

        Assert.Equal(
            new LoggedRejection(
                "r-1",
                new(2026, 3, 1, 11, 59, 58, 123, TimeSpan.Zero),
                "unknownEvent",
                "(unlisted)",
                "Not in the plan."), Assert.Single(cloud.Logs.Rejections.All));
        Assert.Empty(cloud.Logs.Problems);
    }

    [Theory]
    [InlineData("rejected")]
    [InlineData("{\"log\":\"recorded\",\"id\":\"r-1\"}")]
    [InlineData("{\"log\":7}")]
    [InlineData("{ not JSON")]
    public void Other_lines_are_just_lines(string line)
    {
        cloud.Logs.Write(LogCloud.Group, line);

        Assert.Empty(cloud.Logs.Rejections.All);
        Assert.Empty(cloud.Logs.Problems);
        Assert.Equal([line], Texts());
    }

    [Theory]
    [InlineData("{\"log\":\"rejected\",\"at\":\"2026-03-01T12:00:00Z\",\"reason\":\"x\"}", "needs id and reason")]
    [InlineData("{\"log\":\"rejected\",\"id\":\"r-1\",\"reason\":\"x\",\"at\":\"yesterday\"}", "needs at")]
    public void A_malformed_rejection_is_a_problem_that_names_its_group(string line, string problem)
    {
        cloud.Logs.Write(LogCloud.Group, line);

        Assert.Empty(cloud.Logs.Rejections.All);
        Assert.StartsWith($"{LogCloud.Group}: ", Assert.Single(cloud.Logs.Problems), StringComparison.Ordinal);
        Assert.Contains(problem, cloud.Logs.Problems[0], StringComparison.Ordinal);
    }

    private IEnumerable<string> Texts() => cloud.Logs.Lines(LogCloud.Group).Select(line => line.Text);
}
