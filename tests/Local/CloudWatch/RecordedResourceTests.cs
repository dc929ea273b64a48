namespace Local.Tests.CloudWatch;

public sealed class RecordedResourceTests
{
    private readonly LogCloud cloud = new();

    [Fact]
    public async Task An_alarm_is_recorded_with_its_name_and_arn()
    {
        var state = await cloud.CreateAsync("aws:cloudwatch/metricAlarm:MetricAlarm", "errors", ("comparisonOperator", "GreaterThanThreshold"), ("evaluationPeriods", 1.0));

        Assert.Matches("^errors-[0-9a-f]{7}$", state.Id);
        Assert.Equal($"arn:aws:cloudwatch:eu-west-1:000000000000:alarm:{state.Id}", state.Outputs["arn"]);
        Assert.Equal("errors", Assert.Single(cloud.Recorded.All).Name);
    }

    [Fact]
    public async Task A_dashboard_is_recorded_when_its_body_is_JSON()
    {
        var state = await cloud.CreateAsync("aws:cloudwatch/dashboard:Dashboard", "board", ("dashboardName", "engagement-dev"), ("dashboardBody", "{\"widgets\":[]}"));

        Assert.Equal(("engagement-dev", "arn:aws:cloudwatch::000000000000:dashboard/engagement-dev"), (state.Id, state.Outputs["dashboardArn"]));
        await Assert.ThrowsAsync<ArgumentException>(() => cloud.CreateAsync("aws:cloudwatch/dashboard:Dashboard", "board", ("dashboardName", "x"), ("dashboardBody", "{")));
    }
}
