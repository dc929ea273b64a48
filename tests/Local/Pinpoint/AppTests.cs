using System.Collections.Immutable;
using Engagement.Local.Resources;

namespace Local.Tests.Pinpoint;

public sealed class AppTests
{
    private readonly PinpointCloud cloud = new();

    [Fact]
    public void Created_app_has_an_id_of_32_hexadecimal_digits_and_its_arn()
    {
        var answer = cloud.Send("POST", "/v1/apps", new { Name = "shop", tags = new { team = "growth" } });

        Assert.Equal(201, answer.Status);
        Assert.Matches("^[0-9a-f]{32}$", answer.Text("Id"));
        Assert.Equal($"arn:aws:mobiletargeting:eu-west-1:000000000000:apps/{answer.Text("Id")}", answer.Text("Arn"));
        Assert.Equal("2026-03-01T12:00:00.000Z", answer.Text("CreationDate"));
        Assert.Equal("growth", (string)answer.Body["tags"]!["team"]!);
        Assert.Equal(answer.Body.ToJsonString(), cloud.Send("GET", $"/v1/apps/{answer.Text("Id")}").Body.ToJsonString());
    }

    [Fact]
    public void First_app_of_a_name_has_the_same_id_in_every_run_and_a_second_one_another()
    {
        var second = cloud.Send("POST", "/v1/apps", new { Name = "engagement" }).Text("Id");

        Assert.Equal(new PinpointCloud().App, cloud.App);
        Assert.NotEqual(cloud.App, second);
    }

    [Fact]
    public void Apps_are_listed_in_pages()
    {
        cloud.Send("POST", "/v1/apps", new { Name = "second" });
        cloud.Send("POST", "/v1/apps", new { Name = "third" });

        var first = cloud.Send("GET", "/v1/apps?page-size=2");
        var second = cloud.Send("GET", $"/v1/apps?page-size=2&token={first.Text("NextToken")}");

        Assert.Equal(2, first.Body["Item"]!.AsArray().Count);
        Assert.Single(second.Body["Item"]!.AsArray());
        Assert.Null(second.Body["NextToken"]);
    }

    [Fact]
    public void Deleted_app_is_gone_with_its_endpoints_and_events()
    {
        cloud.UpdateEndpoint("user-1", new { Attributes = new { plan = new[] { "gold" } } });
        cloud.PutEvent(new { EventType = "signup", Timestamp = "2026-03-01T12:00:00Z" });

        Assert.Equal(cloud.App, cloud.Send("DELETE", $"/v1/apps/{cloud.App}").Text("Id"));

        var after = cloud.Send("GET", $"/v1/apps/{cloud.App}");
        Assert.Equal((404, "NotFoundException"), (after.Status, after.Error));
        Assert.Equal(0, cloud.Service.Events.Count);
    }

    [Fact]
    public void Nameless_app_is_refused() =>
        Assert.Equal("BadRequestException", cloud.Send("POST", "/v1/apps", new { }).Error);

    [Fact]
    public void Settings_change_only_where_the_update_says_something()
    {
        cloud.Send("PUT", $"/v1/apps/{cloud.App}/settings", new { Limits = new { Daily = 3 }, JourneyLimits = new { DailyCap = 2 } });
        cloud.Send("PUT", $"/v1/apps/{cloud.App}/settings", new { QuietTime = new { Start = "22:00", End = "07:00" } });

        var settings = cloud.Send("GET", $"/v1/apps/{cloud.App}/settings").Body;

        Assert.Equal(3, (int)settings["Limits"]!["Daily"]!);
        Assert.Equal(2, (int)settings["JourneyLimits"]!["DailyCap"]!);
        Assert.Equal("22:00", (string)settings["QuietTime"]!["Start"]!);
    }

    [Fact]
    public async Task App_resource_answers_what_the_provider_does()
    {
        var request = new ResourceRequest("aws:pinpoint/app:App", "engagement", ImmutableDictionary<string, object>.Empty
            .Add("limits", ImmutableDictionary<string, object>.Empty.Add("daily", 5.0).Add("messagesPerSecond", 50.0))
            .Add("quietTime", ImmutableDictionary<string, object>.Empty.Add("start", "22:00").Add("end", "07:00"))
            .Add("tags", ImmutableDictionary<string, object>.Empty.Add("stack", "dev")));

        var state = await cloud.Service.ResourceTypes[request.Type](request, CancellationToken.None);

        // As terraform-provider-aws, internal/service/pinpoint/app.go: the resource's id is the application's.
        Assert.Equal(state.Id, state.Outputs["applicationId"]);
        Assert.Equal($"arn:aws:mobiletargeting:eu-west-1:000000000000:apps/{state.Id}", state.Outputs["arn"]);
        Assert.Matches("^engagement-[0-9a-f]{7}$", (string)state.Outputs["name"]);
        Assert.Equal("dev", (string)cloud.Send("GET", $"/v1/apps/{state.Id}").Body["tags"]!["stack"]!);
        var settings = cloud.Send("GET", $"/v1/apps/{state.Id}/settings").Body;
        Assert.Equal(5, (int)settings["Limits"]!["Daily"]!);
        Assert.Equal("07:00", (string)settings["QuietTime"]!["End"]!);
    }

    [Theory]
    [InlineData("colour", "red")]
    [InlineData("region", "us-east-1")]
    public async Task App_resource_refuses_an_input_that_it_does_not_carry_out(string key, string value)
    {
        var request = new ResourceRequest("aws:pinpoint/app:App", "engagement", ImmutableDictionary<string, object>.Empty.Add(key, value));

        var error =
            await Assert.ThrowsAsync<ArgumentException>(() => cloud.Service.ResourceTypes[request.Type](request, CancellationToken.None));

        Assert.Contains($"aws:pinpoint/app:App 'engagement': {key}", error.Message, StringComparison.Ordinal);
    }
}
