namespace Local.Tests.CloudWatch;

public sealed class RecordedResourceTests
{
    private readonly LogCloud cloud = new();

    [Fact]
    public async Task An_alarm_is_recorded_with_its_name_and_arn()
    {
        var state =
            await cloud.CreateAsync(
                "aws:cloudwatch/metricAlarm:MetricAlarm",
                "errors",
                ("comparisonOperator", "GreaterThanThreshold"),
                ("evaluationPeriods", 1.0));

        Assert.Matches("^errors-[0-9a-f]{7}$", state.Id);
        Assert.Equal($"arn:aws:cloudwatch:eu-west-1:000000000000:alarm:{state.Id}", state.Outputs["arn"]);
        Assert.Equal("errors", Assert.Single(cloud.Recorded.All).Name);
    }

    [Fact]
    public async Task A_dashboard_is_recorded_when_its_body_is_JSON()
    {
        var state =
            await cloud.CreateAsync(
                "aws:cloudwatch/dashboard:Dashboard", "board", ("dashboardName", "engagement-dev"), ("dashboardBody", "{\"widgets\":[]}"));

        Assert.Equal(
            ("engagement-dev", "arn:aws:cloudwatch::000000000000:dashboard/engagement-dev"), (state.Id, state.Outputs["dashboardArn"]));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            cloud.CreateAsync("aws:cloudwatch/dashboard:Dashboard", "board", ("dashboardName", "x"), ("dashboardBody", "{")));
    }

    [Fact]
    public async Task A_key_has_the_same_id_in_every_run()
    {
        var (one, other) = (
            await cloud.CreateAsync("aws:kms/key:Key", "alarms-key"), await new LogCloud().CreateAsync("aws:kms/key:Key", "alarms-key"));

        Assert.Equal(one.Id, other.Id);
        Assert.Equal($"arn:aws:kms:eu-west-1:000000000000:key/{one.Id}", one.Outputs["arn"]);
    }

    [Fact]
    public async Task What_an_option_adds_is_recorded_with_its_arn()
    {
        var state = await cloud.CreateAsync("aws:wafv2/webAcl:WebAcl", "option");

        Assert.Equal($"arn:aws:wafv2:eu-west-1:000000000000:regional/webacl/{state.Id}", state.Outputs["arn"]);
    }

    [Fact]
    public async Task A_domain_and_its_certificate_are_recorded_with_what_dns_records_need()
    {
        var certificate = await cloud.CreateAsync(
            "aws:acm/certificate:Certificate", "link-domain-certificate", ("domainName", "links.example.com"));
        var domain = await cloud.CreateAsync(
            "aws:apigateway/domainName:DomainName", "link-domain", ("domainName", "links.example.com"));

        Assert.Equal("arn:aws:acm:eu-west-1:000000000000:certificate/links.example.com", certificate.Outputs["arn"]);
        Assert.Equal("d-local.execute-api.eu-west-1.amazonaws.com", domain.Outputs["regionalDomainName"]);
    }
}
