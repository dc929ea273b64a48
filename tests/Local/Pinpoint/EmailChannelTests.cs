using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Local.Resources;

namespace Local.Tests.Pinpoint;

public sealed class EmailChannelTests
{
    private const string Identity = "arn:aws:ses:eu-west-1:000000000000:identity/example.com";
    private readonly PinpointCloud cloud = new();

    private string Path => $"/v1/apps/{cloud.App}/channels/email";

    [Fact]
    public void Channel_is_set_up_shown_and_deleted()
    {
        Assert.Equal((404, "NotFoundException"), (cloud.Send("GET", Path).Status, cloud.Send("GET", Path).Error));

        cloud.Send("PUT", Path, new { FromAddress = "news@example.com", Identity });
        var updated =
            cloud.Send("PUT", Path, new { FromAddress = "hello@example.com", Identity, RoleArn = "arn:aws:iam::000000000000:role/mail" });

        Assert.Equal(200, updated.Status);
        Assert.Equal(updated.Body.ToJsonString(), cloud.Send("GET", Path).Body.ToJsonString());
        Assert.Equal("hello@example.com", updated.Text("FromAddress"));
        Assert.Equal("EMAIL", updated.Text("Platform"));
        Assert.Equal(2, (int)updated.Body["Version"]!);
        Assert.True((bool)updated.Body["Enabled"]!);
        // All channels together are told of by what they have in common.
        var listed = (JsonObject)cloud.Send("GET", $"/v1/apps/{cloud.App}/channels").Body["Channels"]!["EMAIL"]!;
        Assert.True((bool)listed["Enabled"]!);
        Assert.False(listed.ContainsKey("FromAddress"));
        Assert.Equal("hello@example.com", cloud.Send("DELETE", Path).Text("FromAddress"));
        Assert.Equal(404, cloud.Send("GET", Path).Status);
    }

    // Service model, EmailChannelRequest: FromAddress and Identity are required.
    [Fact]
    public void Channel_needs_a_sender_and_an_identity()
    {
        Assert.Equal("BadRequestException", cloud.Send("PUT", Path, new { Identity }).Error);
        Assert.Equal("BadRequestException", cloud.Send("PUT", Path, new { FromAddress = "news@example.com" }).Error);
    }

    [Fact]
    public async Task Channel_resource_sets_it_up()
    {
        var request = new ResourceRequest("aws:pinpoint/emailChannel:EmailChannel", "email", ImmutableDictionary<string, object>.Empty
            .Add("applicationId", cloud.App)
            .Add("fromAddress", "news@example.com")
            .Add("identity", Identity)
            .Add("orchestrationSendingRoleArn", "arn:aws:iam::000000000000:role/send"));

        var state = await cloud.Service.ResourceTypes[request.Type](request, CancellationToken.None);

        Assert.Equal(cloud.App, state.Id);
        Assert.Equal("arn:aws:iam::000000000000:role/send", cloud.Send("GET", Path).Text("OrchestrationSendingRoleArn"));
    }
}
