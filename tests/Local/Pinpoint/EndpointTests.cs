using System.Globalization;
using System.Text.Json;

namespace Local.Tests.Pinpoint;

public sealed class EndpointTests
{
    private readonly PinpointCloud cloud = new();

    [Fact]
    public void New_endpoint_gets_the_defaults_of_the_service()
    {
        var answer = cloud.UpdateEndpoint("user-1", new { Address = "jo@example.com", ChannelType = "EMAIL" });

        // Developer guide, "Adding endpoints": the answer is a message, not the endpoint.
        Assert.Equal((202, "Accepted"), (answer.Status, answer.Text("Message")));
        var endpoint = cloud.Endpoint("user-1");
        Assert.Equal(cloud.App, endpoint.Text("ApplicationId"));
        Assert.Equal("ACTIVE", endpoint.Text("EndpointStatus"));
        Assert.Equal("NONE", endpoint.Text("OptOut"));
        Assert.Equal("2026-03-01T12:00:00.000Z", endpoint.Text("CreationDate"));
        Assert.Equal("2026-03-01T12:00:00.000Z", endpoint.Text("EffectiveDate"));
        Assert.Equal(answer.Text("RequestID"), endpoint.Text("RequestId"));
        Assert.InRange(int.Parse(endpoint.Text("CohortId"), CultureInfo.InvariantCulture), 0, 99);
        Assert.Null(endpoint.Body["User"]);
    }

    // Developer guide, "Associating users with Amazon Pinpoint endpoints": an update may hold only what it changes.
    [Fact]
    public async Task Update_changes_what_it_gives_and_leaves_the_rest()
    {
        cloud.UpdateEndpoint("user-1", new
        {
            Address = "jo@example.com",
            ChannelType = "EMAIL",
            OptOut = "ALL",
            Attributes = new { plan = new[] { "silver", "trial" }, colour = new[] { "red" } },
            Metrics = new { visits = 1.0, age = 30.0 },
            Demographic = new { Timezone = "Europe/Berlin", Locale = "de_DE" },
            Location = new { Country = "DE", Latitude = 52.5234 },
        });
        await cloud.Clock.AdvanceAsync(TimeSpan.FromDays(1), CancellationToken.None);
        cloud.UpdateEndpoint("user-1", new
        {
            Attributes = new { plan = new[] { "gold" } },
            Metrics = new { visits = 2.0 },
            Demographic = new { Locale = "en_GB" },
            Location = new { City = "Berlin" },
        });

        var endpoint = cloud.Endpoint("user-1").Body;
        Assert.Equal("jo@example.com", (string)endpoint["Address"]!);
        Assert.Equal("ALL", (string)endpoint["OptOut"]!);
        Assert.Equal("""{"plan":["gold"],"colour":["red"]}""", endpoint["Attributes"]!.ToJsonString());
        Assert.Equal("""{"visits":2,"age":30}""", endpoint["Metrics"]!.ToJsonString());
        Assert.Equal("""{"Locale":"en_GB","Timezone":"Europe/Berlin"}""", endpoint["Demographic"]!.ToJsonString());
        // Service model, EndpointLocation: coordinates have one decimal place.
        Assert.Equal("""{"City":"Berlin","Country":"DE","Latitude":52.5}""", endpoint["Location"]!.ToJsonString());
        Assert.Equal("2026-03-01T12:00:00.000Z", (string)endpoint["CreationDate"]!);
        Assert.Equal("2026-03-02T12:00:00.000Z", (string)endpoint["EffectiveDate"]!);
    }

    // The Pinpoint team in aws/aws-sdk-js#3180: left out, an attribute stays; an empty list takes its values, not the attribute itself.
    [Fact]
    public void Empty_list_takes_the_values_of_an_attribute()
    {
        cloud.UpdateEndpoint("user-1", new { Attributes = new { plan = new[] { "gold" }, colour = new[] { "red" } } });
        cloud.UpdateEndpoint("user-1", new { Attributes = new { plan = Array.Empty<string>() } });

        Assert.Equal("""{"plan":[],"colour":["red"]}""", cloud.Endpoint("user-1").Body["Attributes"]!.ToJsonString());
    }

    // Service model, UpdateEndpointRequest.EndpointId: case-insensitive, without $, { or }.
    [Fact]
    public void Endpoint_ids_are_case_insensitive_and_have_forbidden_characters()
    {
        cloud.UpdateEndpoint("User-1", new { Metrics = new { visits = 1.0 } });
        cloud.UpdateEndpoint("uSER-1", new { Metrics = new { age = 30.0 } });

        Assert.Equal("User-1", cloud.Endpoint("USER-1").Text("Id"));
        Assert.Equal(2, cloud.Endpoint("user-1").Body["Metrics"]!.AsObject().Count);
        Assert.All(new[] { "a$", "%7Ba", "a%7D" }, id => Assert.Equal("BadRequestException", cloud.UpdateEndpoint(id, new { }).Error));
    }

    // Service model, EndpointRequest.EndpointStatus.
    [Fact]
    public void Endpoint_updated_last_takes_an_address_from_the_others()
    {
        cloud.UpdateEndpoint("old", new { Address = "jo@example.com", ChannelType = "EMAIL" });
        cloud.UpdateEndpoint("new", new { Address = "jo@example.com", ChannelType = "EMAIL" });

        Assert.Equal("INACTIVE", cloud.Endpoint("old").Text("EndpointStatus"));
        Assert.Equal("ACTIVE", cloud.Endpoint("new").Text("EndpointStatus"));

        cloud.UpdateEndpoint("old", new { Metrics = new { visits = 1.0 } });
        Assert.Equal("ACTIVE", cloud.Endpoint("old").Text("EndpointStatus"));
        Assert.Equal("INACTIVE", cloud.Endpoint("new").Text("EndpointStatus"));
    }

    [Fact]
    public void Address_without_a_channel_is_refused()
    {
        var answer = cloud.UpdateEndpoint("user-1", new { Address = "jo@example.com" });

        Assert.Equal((400, "Missing ChannelType"), (answer.Status, answer.Text("Message")));
        Assert.Equal(404, cloud.Endpoint("user-1").Status);
    }

    [Theory]
    [InlineData("""{"ChannelType":"PIGEON"}""")]
    [InlineData("""{"OptOut":"SOME"}""")]
    [InlineData("""{"EndpointStatus":"ASLEEP"}""")]
    [InlineData("""{"EffectiveDate":"yesterday"}""")]
    public void Value_that_is_none_of_those_allowed_is_refused(string change) =>
        Assert.Equal("BadRequestException", cloud.UpdateEndpoint("user-1", JsonSerializer.Deserialize<JsonElement>(change)).Error);

    [Fact]
    public void Deleted_endpoint_is_answered_once_more_and_gone()
    {
        cloud.UpdateEndpoint("user-1", new { Metrics = new { visits = 1.0 } });

        var deleted = cloud.Send("DELETE", $"/v1/apps/{cloud.App}/endpoints/user-1");

        Assert.Equal((202, "user-1"), (deleted.Status, deleted.Text("Id")));
        Assert.Equal("NotFoundException", cloud.Endpoint("user-1").Error);
        Assert.Equal("NotFoundException", cloud.Send("DELETE", $"/v1/apps/{cloud.App}/endpoints/user-1").Error);
    }

    [Fact]
    public void Batch_updates_its_endpoints()
    {
        var answer = Batch(Enumerable.Range(0, 100).Select(i => Item($"user-{i}", "gold")));

        // Service model, UpdateEndpointsBatchResponse: one message for the whole batch.
        Assert.Equal((202, "Accepted"), (answer.Status, answer.Text("Message")));
        Assert.Equal(100, cloud.Service.Applications.Get(cloud.App).Endpoints.All.Count);
    }

    // Developer guide, "Endpoint quotas": 100 a payload.
    [Fact]
    public void Batch_of_101_is_refused_whole()
    {
        Assert.Equal("BadRequestException", Batch(Enumerable.Range(0, 101).Select(i => Item($"user-{i}", "gold"))).Error);
        Assert.Empty(cloud.Service.Applications.Get(cloud.App).Endpoints.All);
    }

    [Fact]
    public void Batch_with_one_bad_endpoint_changes_none()
    {
        Batch([Item("user-1", "silver")]);

        Assert.Equal(
            "BadRequestException", Batch([Item("user-1", "gold"), Item("user-2", "gold"), Item("user-3", new string('x', 101))]).Error);

        Assert.Equal("silver", (string)cloud.Endpoint("user-1").Body["Attributes"]!["plan"]![0]!);
        Assert.Equal(404, cloud.Endpoint("user-2").Status);
    }

    private static object Item(string id, string plan) => new { Id = id, Attributes = new { plan = new[] { plan } } };

    private Answer Batch(IEnumerable<object> items) => cloud.Send("PUT", $"/v1/apps/{cloud.App}/endpoints", new { Item = items.ToList() });
}
