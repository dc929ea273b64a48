using Engagement.Pinpoint.Campaigns;

namespace Handlers.Tests.CompanyEvents;

public class CampaignRequestTests
{
    [Fact]
    public void A_state_machine_gets_the_same_campaign_with_paths_into_its_input() => Assert.Equal(
        """{"Name.$":"$.name","SegmentId.$":"$.campaign.segmentId","Schedule":{"StartTime":"IMMEDIATE","Frequency":"ONCE"},"TemplateConfiguration":{"EmailTemplate":{"Name.$":"$.campaign.template"}},"Hook":{"LambdaFunctionName":"arn:hook","Mode":"FILTER"},"Tags":{"engagement:announcement":"release","engagement:event.$":"$.eventId"}}""",
        new CampaignRequest
        {
            Name = "$.name",
            SegmentId = "$.campaign.segmentId",
            Templates = CampaignRequest.Email("$.campaign.template"),
            HookArn = "arn:hook",
            Tags = new Dictionary<string, string> { ["engagement:announcement"] = "release", ["engagement:event"] = "$.eventId" },
        }.ToStateMachineJson().ToJsonString());
}
