using Engagement;
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
            Templates = CampaignRequest.TemplatesOf("$.campaign.template", [Channel.Email]),
            HookArn = "arn:hook",
            Tags = new Dictionary<string, string> { ["engagement:announcement"] = "release", ["engagement:event"] = "$.eventId" },
        }.ToStateMachineJson().ToJsonString());

    [Fact]
    public void A_campaign_with_texts_names_a_template_of_each_channel_and_the_type()
    {
        var request = new CampaignRequest
        {
            Name = "n",
            SegmentId = "s",
            Templates = CampaignRequest.TemplatesOf("t", [Channel.Email, Channel.Sms]),
            HookArn = "arn:hook",
            From = "shop@example.com",
            TextType = "PROMOTIONAL",
        }.ToStateMachineJson();
        Assert.Equal("""{"EmailTemplate":{"Name":"t"},"SMSTemplate":{"Name":"t"}}""", request["TemplateConfiguration"]!.ToJsonString());
        Assert.Equal(
            """{"EmailMessage":{"FromAddress":"shop@example.com"},"SMSMessage":{"MessageType":"PROMOTIONAL"}}""",
            request["MessageConfiguration"]!.ToJsonString());
    }

    [Theory]
    [InlineData("email")]
    [InlineData("sms")]
    [InlineData("email,sms")]
    public void Channels_are_read_as_they_are_written(string text) =>
        Assert.Equal(text, TemplateChannels.Write(TemplateChannels.Parse(text)!));
}
