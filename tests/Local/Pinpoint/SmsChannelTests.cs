namespace Local.Tests.Pinpoint;

public class SmsChannelTests
{
    private readonly PinpointCloud cloud = new();

    private string Path => $"/v1/apps/{cloud.App}/channels/sms";

    [Fact]
    public void A_channel_is_set_up_shown_and_deleted()
    {
        Assert.Equal(404, cloud.Send("GET", Path).Status);
        Assert.Equal(200, cloud.Send("PUT", Path, new { SenderId = "SHOP" }).Status);
        var shown = cloud.Send("GET", Path);
        Assert.Equal(("SHOP", "SMS", "1"), (shown.Text("SenderId"), shown.Text("Platform"), shown.Body["Version"]!.ToString()));
        Assert.Equal(200, cloud.Send("DELETE", Path).Status);
        Assert.Equal(404, cloud.Send("GET", Path).Status);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Texts_need_the_channel(bool? enabled, int delivered)
    {
        if (enabled is { } flag)
        {
            cloud.Send("PUT", Path, new { Enabled = flag });
        }

        cloud.UpdateEndpoint("phone", new { Address = "+491", ChannelType = "SMS" });
        cloud.Created("campaigns", new
        {
            Name = "c",
            SegmentId = cloud.Segment(new { }),
            Schedule = new { StartTime = "IMMEDIATE" },
            MessageConfiguration = new { SMSMessage = new { Body = "Hi", MessageType = "PROMOTIONAL" } },
        });
        await cloud.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(delivered, cloud.Messages.Count);
    }
}
