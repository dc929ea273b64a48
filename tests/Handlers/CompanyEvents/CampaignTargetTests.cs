using Engagement.Functions;
using Engagement.Pinpoint.Campaigns;

namespace Handlers.Tests.CompanyEvents;

public class SettingsTests
{
    private readonly Dictionary<string, string> environment = new()
    {
        ["PINPOINT_APPLICATION_ID"] = "app",
        ["LEDGER_TABLE"] = "ledger",
        ["STATE_MACHINES"] = """{"update":"arn:update"}""",
        ["RETRY_QUEUE_URL"] = "https://sqs/retry",
        ["WRITE_QUEUE_URL"] = "https://sqs/write",
        ["FILTER_FUNCTION_ARN"] = "arn:aws:lambda:eu-west-1:000000000000:function:filter",
        ["SEGMENT_IDS"] = """{"premium":"s1"}""",
    };

    private EnvironmentReader Reader => new(environment.GetValueOrDefault);

    [Fact]
    public void Environments_are_read()
    {
        var target = CampaignTarget.Read(Reader);
        Assert.Equal(("app", "s1", ""), (target.ApplicationId, target.SegmentIds["premium"], target.TemplatePrefix));
        Assert.Equal("https://sqs/retry", LaunchCampaigns.Settings.Read(Reader).RetryQueueUrl);
        Assert.Equal("arn:update", PublishCompanyEvent.Settings.Read(Reader).StateMachines["update"]);
        Assert.Equal("https://sqs/write", FilterAudience.Settings.Read(Reader).WriteQueueUrl);
    }

    [Fact]
    public void Every_missing_or_wrong_variable_is_named()
    {
        environment["LEDGER_TABLE"] = " ";
        environment["SEGMENT_IDS"] = "premium=s1";
        var reader = Reader;
        LaunchCampaigns.Settings.Read(reader);
        CampaignTarget.Read(reader);
        Assert.Equal(
            """
            The environment variable LEDGER_TABLE is not set.
            The environment variable SEGMENT_IDS is not a JSON object of texts.
            """,
            Assert.Throws<EnvironmentException>(reader.ThrowIfAny).Message);
    }
}
