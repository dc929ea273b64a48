using System.Text.Json;
using System.Text.Json.Nodes;

namespace Local.Tests.Pinpoint;

public sealed class EventTests
{
    private const string Now = "2026-03-01T12:00:00Z";
    private readonly PinpointCloud cloud = new();

    [Fact]
    public async Task Accepted_event_is_recorded_as_it_was_sent()
    {
        await cloud.Clock.AdvanceAsync(TimeSpan.FromHours(1), CancellationToken.None);
        var result = cloud.PutEvent(new
        {
            EventType = "purchase_success",
            Timestamp = "2026-03-01T13:30:00.125+02:00",
            Attributes = new { value = "19.90", currency = "EUR", note = "50% off & 日本 \n \"" },
            Metrics = new { value = 19.9 },
        });

        Assert.Equal("""{"StatusCode":202,"Message":"Accepted"}""", result.ToJsonString());
        var recorded = Assert.Single(cloud.Service.Events.Find("user-1"));
        Assert.Equal(
            (cloud.App, "user-1", "event-1", "purchase_success"),
            (recorded.ApplicationId, recorded.EndpointId, recorded.EventId, recorded.EventType));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 11, 30, 0, 125, TimeSpan.Zero), recorded.Timestamp);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.Zero), recorded.RecordedAt);
        Assert.Equal("50% off & 日本 \n \"", recorded.Attributes["note"]);
        Assert.Equal(["value", "currency", "note"], recorded.Attributes.Keys);
        Assert.Equal(19.9, recorded.Metrics["value"]);
    }

    [Fact]
    public void Event_creates_its_endpoint_and_updates_it_as_it_says()
    {
        Put(new { }, new { });
        Assert.Equal("ACTIVE", cloud.Endpoint("user-1").Text("EndpointStatus"));

        Put(new { User = new { UserId = "jo", UserAttributes = new { plan = new[] { "gold" } } } }, new { });
        Assert.Equal("gold", (string)cloud.Endpoint("user-1").Body["User"]!["UserAttributes"]!["plan"]![0]!);
    }

    [Fact]
    public void One_request_carries_events_of_many_endpoints_with_a_result_for_each()
    {
        var answer = cloud.PutEvents(Enumerable.Range(0, 100).ToDictionary(
            i => $"user-{i}",
            i =>
                (object)new
                {
                    Endpoint = new { },
                    Events = new Dictionary<string, object> { [$"event-{i}"] = new { EventType = "visit", Timestamp = Now } }
                }));

        Assert.Equal(202, answer.Status);
        Assert.All(answer.Body["Results"]!.AsObject(), result =>
            Assert.Equal(202, (int)result.Value!["EventsItemResponse"]!.AsObject().Single().Value!["StatusCode"]!));
        Assert.Equal(100, cloud.Service.Events.Count);
        Assert.Equal("event-42", Assert.Single(cloud.Service.Events.Find("user-42")).EventId);
    }

    // Endpoint ids are case-insensitive (service model): an event by another spelling is the same endpoint's.
    [Fact]
    public void Event_belongs_to_the_endpoint_whatever_the_case_of_its_id()
    {
        cloud.UpdateEndpoint("User-1", new { });
        cloud.PutEvent(new { EventType = "visit", Timestamp = Now });

        Assert.Equal("User-1", Assert.Single(cloud.Service.Events.Find("USER-1")).EndpointId);
    }

    [Fact]
    public void Event_sent_twice_is_recorded_twice_and_can_be_told()
    {
        var twice = new { EventType = "visit", Timestamp = Now };

        Assert.Equal(202, (int)cloud.PutEvent(twice, "repeated")["StatusCode"]!);
        Assert.Equal(202, (int)cloud.PutEvent(twice, "repeated")["StatusCode"]!);
        cloud.PutEvent(twice, "once");

        Assert.Equal(2, cloud.Service.Events.Submissions("repeated").Count);
        Assert.Equal([KeyValuePair.Create("repeated", 2)], cloud.Service.Events.Repeated(cloud.App));
    }

    [Fact]
    public void Recorded_event_is_shown_as_the_control_API_promises()
    {
        cloud.PutEvent(new { EventType = "visit", Timestamp = Now, Attributes = new { page = "/" }, Metrics = new { seconds = 1.5 } });

        Assert.Equal(
            $$$"""{"applicationId":"{{{cloud.App}}}","endpointId":"user-1","eventId":"event-1","eventType":"visit","timestamp":"2026-03-01T12:00:00+00:00","recordedAt":"2026-03-01T12:00:00+00:00","attributes":{"page":"/"},"metrics":{"seconds":1.5}}""",
            JsonSerializer.Serialize(
                cloud.Service.Events.Find("user-1").Single(), JsonSerializerOptions.Web).Replace("\u002B", "+", StringComparison.Ordinal));
    }

    [Fact]
    public void Refused_event_leaves_the_others_of_its_request_alone()
    {
        var answer = cloud.PutEvents(new Dictionary<string, object>
        {
            ["user-1"] = new
            {
                Endpoint = new { },
                Events = new { good = new { EventType = "visit", Timestamp = Now }, bad = new { Timestamp = Now } }
            },
        });

        var results = answer.Body["Results"]!["user-1"]!["EventsItemResponse"]!;
        Assert.Equal(202, answer.Status);
        Assert.Equal((202, 400), ((int)results["good"]!["StatusCode"]!, (int)results["bad"]!["StatusCode"]!));
        Assert.Equal("good", Assert.Single(cloud.Service.Events.Find()).EventId);
    }

    [Fact]
    public void Refused_endpoint_is_told_apart_from_its_events()
    {
        var answer =
            Put(
                new { Attributes = new { plan = new[] { new string('x', 101) } } },
                new { good = new { EventType = "visit", Timestamp = Now } });

        var result = answer["Results"]!["user-1"]!;
        Assert.Equal(400, (int)result["EndpointItemResponse"]!["StatusCode"]!);
        Assert.Equal(202, (int)result["EventsItemResponse"]!["good"]!["StatusCode"]!);
        Assert.Equal(404, cloud.Endpoint("user-1").Status);
    }

    [Fact]
    public void Event_of_a_users_sixteenth_endpoint_is_recorded_and_what_it_says_of_the_user_refused()
    {
        for (var i = 1; i <= 15; i++)
        {
            cloud.UpdateEndpoint($"device-{i}", new { User = new { UserId = "jo" } });
        }

        var answer =
            Put(
                new { User = new { UserId = "jo", UserAttributes = new { plan = new[] { "gold" } } } },
                new { good = new { EventType = "visit", Timestamp = Now } });

        var result = answer["Results"]!["user-1"]!;
        Assert.Equal(
            """{"StatusCode":400,"Message":"Exceeded maximum endpoint per user count: 15"}""",
            result["EndpointItemResponse"]!.ToJsonString());
        Assert.Equal(202, (int)result["EventsItemResponse"]!["good"]!["StatusCode"]!);
        Assert.Single(cloud.Service.Events.Find("user-1"));
    }

    [Fact]
    public void Two_spellings_of_one_endpoint_in_a_request_are_one_endpoint_and_the_later_one_wins()
    {
        object Item(string id, string plan) =>
            new
            {
                Endpoint = new { User = new { UserId = "jo", UserAttributes = new { plan = new[] { plan } } } },
                Events = new Dictionary<string, object> { [id] = new { EventType = "visit", Timestamp = Now } }
            };
        var answer = cloud.PutEvents(new Dictionary<string, object> { ["User-1"] = Item("e1", "silver"), ["USER-1"] = Item("e2", "gold") });

        Assert.Equal(["User-1", "USER-1"], answer.Body["Results"]!.AsObject().Select(result => result.Key));
        Assert.Equal("gold", (string)cloud.Endpoint("user-1").Body["User"]!["UserAttributes"]!["plan"]![0]!);
        Assert.Equal(2, cloud.Service.Events.Find("user-1").Count);
    }

    // Service model, EventsBatch: Endpoint and Events are required.
    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"BatchItem":{"user-1":null}}""")]
    [InlineData("""{"BatchItem":{"user-1":{"Events":{}}}}""")]
    [InlineData("""{"BatchItem":{"user-1":{"Endpoint":{}}}}""")]
    [InlineData("""{"BatchItem":{"good":{"Endpoint":{},"Events":{}},"user-1":{"Endpoint":{}}}}""")]
    public void Request_without_a_required_member_is_refused_whole(string body)
    {
        Assert.Equal(
            "BadRequestException", cloud.Send("POST", $"/v1/apps/{cloud.App}/events", JsonSerializer.Deserialize<JsonElement>(body)).Error);
        Assert.Equal(404, cloud.Endpoint("good").Status);
    }

    [Fact]
    public void Event_of_an_unknown_application_is_not_found() =>
        Assert.Equal("NotFoundException", cloud.Send("POST", "/v1/apps/0/events", new { BatchItem = new { } }).Error);

    private JsonNode Put(object endpoint, object events) =>
        cloud.PutEvents(new Dictionary<string, object> { ["user-1"] = new { Endpoint = endpoint, Events = events } }).Body;
}
