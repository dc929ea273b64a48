using Engagement.Functions;
using Engagement.Pinpoint.Campaigns;

namespace Handlers.Tests.CompanyEvents;

public class CampaignTargetTests
{
    private readonly Dictionary<string, string> environment = new()
    {
        ["PINPOINT_APPLICATION_ID"] = "app",
        ["FILTER_FUNCTION_ARN"] = "arn:aws:lambda:eu-west-1:000000000000:function:filter",
        ["SEGMENT_IDS"] = """{"premium":"s1"}""",
    };

    private EnvironmentReader Reader => new(environment.GetValueOrDefault);

    [Fact]
    public void The_target_is_read()
    {
        var target = CampaignTarget.Read(Reader);
        Assert.Equal(("app", "s1", ""), (target.ApplicationId, target.SegmentIds["premium"], target.TemplatePrefix));
    }

    [Fact]
    public void Every_missing_or_wrong_variable_is_named()
    {
        environment["PINPOINT_APPLICATION_ID"] = " ";
        environment["SEGMENT_IDS"] = "premium=s1";
        var reader = Reader;
        CampaignTarget.Read(reader);
        Assert.Equal(
            """
            The environment variable PINPOINT_APPLICATION_ID is not set.
            The environment variable SEGMENT_IDS is not a JSON object of texts.
            """,
            Assert.Throws<EnvironmentException>(reader.ThrowIfAny).Message);
    }
}
