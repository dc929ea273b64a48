using System.Net;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;

namespace Handlers.Tests.AwsSdk;

public sealed class PinpointResponses
{
    [Fact]
    public async Task PutEvents_answers_for_each_endpoint_and_each_event()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(202, """
            {"Results":{"user-42":{"EndpointItemResponse":{"StatusCode":202,"Message":"Accepted"},
              "EventsItemResponse":{"e1":{"StatusCode":202,"Message":"Accepted"},"e2":{"StatusCode":400,"Message":"Invalid"}}}}}
            """));
        using var client = Clients.Pinpoint(service);

        var response = await client.PutEventsAsync(Batches.OneEvent());

        var results = response.EventsResponse.Results["user-42"];
        Assert.Equal(HttpStatusCode.Accepted, response.HttpStatusCode);
        Assert.Equal(ScriptedAnswer.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(202, results.EndpointItemResponse.StatusCode);
        Assert.Equal(202, results.EventsItemResponse["e1"].StatusCode);
        Assert.Equal((400, "Invalid"), (results.EventsItemResponse["e2"].StatusCode, results.EventsItemResponse["e2"].Message));
    }

    [Fact]
    public async Task An_endpoint_is_read_with_its_nested_attributes()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """
            {"Address":"a@example.com","ChannelType":"EMAIL","Id":"user-42","OptOut":null,"Attributes":{"interests":["ski","sun"]},"Metrics":{"age":41.5},
             "Demographic":{"Locale":"de_DE"},"Location":{"Latitude":-1.5,"Longitude":2},"NotKnownYet":{"Id":"other","Address":[{"Id":1}]},
             "User":{"UserId":"u1","UserAttributes":{"plan":["gold"],"none":[]}}}
            """));
        using var client = Clients.Pinpoint(service);

        var endpoint = (await client.GetEndpointAsync(new GetEndpointRequest
        {
            ApplicationId = "app1",
            EndpointId = "user-42",
        })).EndpointResponse;

        Assert.Equal(
            ("user-42", "a@example.com", ChannelType.EMAIL, null),
            (endpoint.Id, endpoint.Address, endpoint.ChannelType, endpoint.OptOut));
        Assert.Equal(["ski", "sun"], endpoint.Attributes["interests"]);
        Assert.Equal(41.5, endpoint.Metrics["age"]);
        Assert.Equal("de_DE", endpoint.Demographic.Locale);
        Assert.Equal((-1.5, 2.0), (endpoint.Location.Latitude, endpoint.Location.Longitude));
        Assert.Equal(["gold"], endpoint.User.UserAttributes["plan"]);
        Assert.Empty(endpoint.User.UserAttributes["none"]);
    }

    [Fact]
    public async Task What_the_answer_does_not_hold_is_null()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """{"Id":"user-42"}"""));
        using var client = Clients.Pinpoint(service);

        var endpoint = (await client.GetEndpointAsync(new GetEndpointRequest
        {
            ApplicationId = "app1",
            EndpointId = "user-42",
        })).EndpointResponse;

        Assert.Null(endpoint.Attributes);
        Assert.Null(endpoint.User);
        Assert.Null(endpoint.ChannelType);
    }

    [Fact]
    public async Task Lists_of_structures_are_read_with_whole_numbers_and_times()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(200, """
            {"Item":[{"Id":"j1","Name":"release","State":"PAUSED","Limits":{"EndpointReentryCap":3},"Schedule":{"StartTime":"2026-12-01T09:00:00Z"},
              "Activities":{"wait":{"Wait":{"NextActivity":"mail","WaitTime":{"WaitFor":"P1D"}}}}},{"Id":"j2"}],"NextToken":"t"}
            """));
        using var client = Clients.Pinpoint(service);

        var journeys = (await client.ListJourneysAsync(new ListJourneysRequest { ApplicationId = "app1" })).JourneysResponse;

        Assert.Equal(["j1", "j2"], journeys.Item.Select(journey => journey.Id));
        Assert.Equal(State.PAUSED, journeys.Item[0].State);
        Assert.Equal(3, journeys.Item[0].Limits.EndpointReentryCap);
        Assert.Equal(new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc), journeys.Item[0].Schedule.StartTime!.Value.ToUniversalTime());
        Assert.Equal("P1D", journeys.Item[0].Activities["wait"].Wait.WaitTime.WaitFor);
        Assert.Equal("t", journeys.NextToken);
    }

    [Fact]
    public async Task An_operation_without_output_answers_without_a_body()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(204, ""));
        using var client = Clients.Pinpoint(service);

        var response = await client.TagResourceAsync(new TagResourceRequest
        {
            ResourceArn = "arn",
            TagsModel = new TagsModel { Tags = new() { ["a"] = "b" } },
        });

        Assert.Equal(HttpStatusCode.NoContent, response.HttpStatusCode);
    }
}
