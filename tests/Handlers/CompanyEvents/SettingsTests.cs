using Engagement.Functions;

namespace Handlers.Tests.CompanyEvents;

public class SettingsTests
{
    private readonly Dictionary<string, string> environment = new()
    {
        ["PINPOINT_APPLICATION_ID"] = "app",
        ["LEDGER_TABLE"] = "ledger",
        ["EVENT_BUS_NAME"] = "bus",
        ["RETRY_QUEUE_URL"] = "https://sqs/retry",
        ["WRITE_QUEUE_URL"] = "https://sqs/write",
        ["FILTER_FUNCTION_ARN"] = "arn:aws:lambda:eu-west-1:000000000000:function:filter",
        ["SEGMENT_IDS"] = """{"premium":"s1"}""",
        ["STACK"] = "dev",
    };

    [Fact]
    public void Environments_are_read()
    {
        var launch = LaunchCampaigns.Settings.Read(environment.GetValueOrDefault);
        Assert.Equal(("app", "s1", ""), (launch.PinpointApplicationId, launch.SegmentIds["premium"], launch.TemplatePrefix));
        Assert.Equal("bus", PublishCompanyEvent.Settings.Read(environment.GetValueOrDefault).EventBusName);
        Assert.Equal("https://sqs/write", FilterAudience.Settings.Read(environment.GetValueOrDefault).WriteQueueUrl);
        Assert.Equal("app", WriteUserAttributes.Settings.Read(environment.GetValueOrDefault).PinpointApplicationId);
    }

    [Fact]
    public void Every_missing_or_wrong_variable_is_named()
    {
        environment["LEDGER_TABLE"] = " ";
        environment["SEGMENT_IDS"] = "premium=s1";
        environment.Remove("STACK");
        Assert.Equal(
            """
            The environment variable LEDGER_TABLE is not set.
            The environment variable SEGMENT_IDS is not a JSON object of texts.
            The environment variable STACK is not set.
            """,
            Assert.Throws<EnvironmentException>(() => LaunchCampaigns.Settings.Read(environment.GetValueOrDefault)).Message);
    }
}
