using System.Globalization;

namespace Local.Tests.Pinpoint;

public sealed class UserTests
{
    private readonly PinpointCloud cloud = new();

    // Developer guide, "Associating users with Amazon Pinpoint endpoints": user attributes are the same on all endpoints of a user.
    [Fact]
    public void User_attributes_are_shared_by_all_endpoints_of_the_user()
    {
        cloud.UpdateEndpoint("phone", User("jo", new { plan = new[] { "silver" } }));
        cloud.UpdateEndpoint("mail", User("jo", new { language = new[] { "de" } }));
        cloud.UpdateEndpoint("phone", new { User = new { UserAttributes = new { plan = new[] { "gold" } } } });

        Assert.All(new[] { "phone", "mail" }, id => Assert.Equal(
            """{"UserId":"jo","UserAttributes":{"plan":["gold"],"language":["de"]}}""",
            cloud.Endpoint(id).Body["User"]!.ToJsonString()));
        Assert.Equal(["phone", "mail"], Ids(cloud.Send("GET", $"/v1/apps/{cloud.App}/users/jo")));
    }

    [Fact]
    public void Endpoint_that_changes_its_user_shows_the_new_users_attributes_only()
    {
        cloud.UpdateEndpoint("phone", User("jo", new { plan = new[] { "gold" } }));
        cloud.UpdateEndpoint("mail", User("sam", new { plan = new[] { "silver" } }));
        cloud.UpdateEndpoint("phone", new { User = new { UserId = "sam" } });

        Assert.Equal("""{"UserId":"sam","UserAttributes":{"plan":["silver"]}}""", cloud.Endpoint("phone").Body["User"]!.ToJsonString());
        Assert.Equal(404, cloud.Send("GET", $"/v1/apps/{cloud.App}/users/jo").Status);
    }

    [Fact]
    public void Attributes_from_before_there_was_a_user_found_a_new_user_but_never_change_an_existing_one()
    {
        cloud.UpdateEndpoint("first", new { User = new { UserAttributes = new { plan = new[] { "gold" } } } });
        cloud.UpdateEndpoint("first", new { User = new { UserId = "jo" } });
        cloud.UpdateEndpoint("stranger", new { User = new { UserAttributes = new { plan = new[] { "stolen" } } } });
        cloud.UpdateEndpoint("stranger", new { User = new { UserId = "jo" } });

        Assert.All(
            new[] { "first", "stranger" },
            id => Assert.Equal("gold", (string)cloud.Endpoint(id).Body["User"]!["UserAttributes"]!["plan"]![0]!));
    }

    [Fact]
    public void Empty_user_id_takes_the_endpoint_from_its_user()
    {
        cloud.UpdateEndpoint("phone", User("jo", new { plan = new[] { "gold" } }));
        cloud.UpdateEndpoint("phone", new { User = new { UserId = "" } });

        Assert.Null(cloud.Endpoint("phone").Body["User"]);
        Assert.Equal(404, cloud.Send("GET", $"/v1/apps/{cloud.App}/users/jo").Status);
    }

    [Fact]
    public void Deleting_a_users_endpoints_deletes_them_all_and_no_others()
    {
        cloud.UpdateEndpoint("phone", User("jo", new { }));
        cloud.UpdateEndpoint("mail", User("jo", new { }));
        cloud.UpdateEndpoint("other", User("sam", new { }));

        var deleted = cloud.Send("DELETE", $"/v1/apps/{cloud.App}/users/jo");

        Assert.Equal(202, deleted.Status);
        Assert.Equal(["phone", "mail"], Ids(deleted));
        Assert.Equal("other", Assert.Single(cloud.Service.Applications.Get(cloud.App).Endpoints.All).Id);
        Assert.Equal("NotFoundException", cloud.Send("DELETE", $"/v1/apps/{cloud.App}/users/jo").Error);
    }

    // Developer guide, "Managing an audience members maximum number of endpoints"; message as in aws-amplify/amplify-js#7251.
    [Theory]
    [InlineData("EMAIL")]
    [InlineData("SMS")]
    [InlineData("CUSTOM")]
    [InlineData("PUSH")]
    [InlineData("VOICE")]
    [InlineData("IN_APP")]
    public void Sixteenth_endpoint_is_refused(string channel)
    {
        Fill("GCM");

        var refused = cloud.UpdateEndpoint("sixteenth", new { ChannelType = channel, Address = "new", User = new { UserId = "jo" } });

        Assert.Equal((400, "Exceeded maximum endpoint per user count: 15"), (refused.Status, refused.Text("Message")));
        Assert.Equal(404, cloud.Endpoint("sixteenth").Status);
        Assert.Equal(202, cloud.UpdateEndpoint("device-3", new { User = new { UserId = "jo" } }).Status);
    }

    [Fact]
    public async Task Sixteenth_push_endpoint_takes_the_place_of_the_oldest()
    {
        Fill("APNS");
        await cloud.Clock.AdvanceAsync(TimeSpan.FromDays(1), CancellationToken.None);
        Assert.All(new[] { 0, 1, 3 }, i => cloud.UpdateEndpoint(Device(i), new { Metrics = new { visits = 1.0 } }));
        cloud.UpdateEndpoint("device-2", new { EffectiveDate = "2025-01-01T00:00:00Z" });

        Assert.Equal(
            202, cloud.UpdateEndpoint("sixteenth", new { ChannelType = "GCM", Address = "new", User = new { UserId = "jo" } }).Status);

        var oldest = cloud.Endpoint("device-2");
        Assert.Equal("INACTIVE", oldest.Text("EndpointStatus"));
        Assert.Null(oldest.Body["User"]);
        var ids = Ids(cloud.Send("GET", $"/v1/apps/{cloud.App}/users/jo")).ToList();
        Assert.Equal(15, ids.Count);
        Assert.Contains("sixteenth", ids);
    }

    [Fact]
    public void Sixteenth_push_endpoint_is_refused_where_none_may_give_way()
    {
        Fill("EMAIL");

        Assert.Equal(
            400, cloud.UpdateEndpoint("sixteenth", new { ChannelType = "GCM", Address = "new", User = new { UserId = "jo" } }).Status);
    }

    private static object User(string id, object attributes) => new { User = new { UserId = id, UserAttributes = attributes } };

    private static string Device(int i) => string.Create(CultureInfo.InvariantCulture, $"device-{i}");

    private static IEnumerable<string> Ids(Answer answer) => answer.Body["Item"]!.AsArray().Select(each => (string)each!["Id"]!);

    private void Fill(string channel)
    {
        for (var i = 0; i < 15; i++)
        {
            cloud.UpdateEndpoint(Device(i), new { ChannelType = channel, Address = Device(i), User = new { UserId = "jo" } });
        }
    }
}
