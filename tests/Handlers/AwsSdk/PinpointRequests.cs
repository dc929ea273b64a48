using System.Text.Json;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;

namespace Handlers.Tests.AwsSdk;

public sealed class PinpointRequests
{
    private static readonly ScriptedAnswer Empty = new(200, "{}");

    [Fact]
    public async Task PutEvents_posts_a_batch_by_endpoint_and_event_id()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(202, "{}"));
        using var client = Clients.Pinpoint(service);

        await client.PutEventsAsync(Batches.OneEvent());

        Assert.Equal("POST", service.Request.Method);
        Assert.Equal("/v1/apps/app1/events", service.Request.Target);
        Assert.Equal("application/json", service.Request.Headers["content-type"]);
        AssertJson("""
            {"BatchItem":{"user-42":{
              "Endpoint":{"User":{"UserAttributes":{"plan":["gold"]},"UserId":"u1"}},
              "Events":{"e1":{"Attributes":{"value":"a, b"},"EventType":"purchase_success","Metrics":{"value":19.9},"Timestamp":"2026-05-01T10:00:00.123Z"}}}}}
            """, service.Request);
    }

    [Theory]
    [InlineData("50% off")]
    [InlineData("{\"\\\n'")]
    [InlineData("日本 😀 é")]
    public async Task Attribute_values_arrive_exactly(string value)
    {
        await using var service = new LoopbackService(new ScriptedAnswer(202, "{}"));
        using var client = Clients.Pinpoint(service);

        await client.PutEventsAsync(Batches.OneEvent(value));

        var batch = service.Request.Json.GetProperty("BatchItem").GetProperty("user-42");
        Assert.Equal(value, batch.GetProperty("Events").GetProperty("e1").GetProperty("Attributes").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Unset_members_are_left_out_and_set_ones_sent_even_when_empty()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(202, "{}"));
        using var client = Clients.Pinpoint(service);

        await client.UpdateEndpointAsync(new UpdateEndpointRequest
        {
            ApplicationId = "app1",
            EndpointId = "user-42",
            EndpointRequest = new EndpointRequest
            {
                Address = "",
                Attributes = [],
                ChannelType = ChannelType.CUSTOM,
                Location = new EndpointLocation { Latitude = 0 },
            },
        });

        Assert.Equal("PUT", service.Request.Method);
        AssertJson("""{"Address":"","Attributes":{},"ChannelType":"CUSTOM","Location":{"Latitude":0}}""", service.Request);
    }

    [Fact]
    public async Task Path_members_are_percent_encoded()
    {
        await using var service = new LoopbackService(Empty);
        using var client = Clients.Pinpoint(service);

        await client.GetEndpointAsync(new GetEndpointRequest { ApplicationId = "app1", EndpointId = "a/b c+ü%" });

        Assert.Equal("GET", service.Request.Method);
        Assert.Equal("/v1/apps/app1/endpoints/a%2Fb%20c%2B%C3%BC%25", service.Request.Target);
        Assert.Empty(service.Request.Body);
    }

    [Fact]
    public async Task A_missing_path_member_is_an_error_before_anything_is_sent()
    {
        await using var service = new LoopbackService(Empty);
        using var client = Clients.Pinpoint(service);

        var exception = await Assert.ThrowsAsync<AmazonPinpointException>(
            () => client.GetEndpointAsync(new GetEndpointRequest { ApplicationId = "app1" }));

        Assert.Contains("EndpointId", exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Query_members_go_into_the_query_string()
    {
        await using var service = new LoopbackService(Empty);
        using var client = Clients.Pinpoint(service);

        await client.GetSegmentsAsync(new GetSegmentsRequest { ApplicationId = "app1", PageSize = "10", Token = "a&b" });

        Assert.Equal("/v1/apps/app1/segments?page-size=10&token=a%26b", service.Request.Target);
    }

    [Fact]
    public async Task A_list_in_the_query_string_repeats_its_name()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(204, ""));
        using var client = Clients.Pinpoint(service);

        await client.UntagResourceAsync(new UntagResourceRequest
        {
            ResourceArn = "arn:aws:mobiletargeting:eu-west-1:000000000000:apps/app1",
            TagKeys = ["one", "two"],
        });

        Assert.Equal("DELETE", service.Request.Method);
        Assert.Equal("/v1/tags/arn%3Aaws%3Amobiletargeting%3Aeu-west-1%3A000000000000%3Aapps%2Fapp1", service.Request.Path);
        Assert.Equal("tagKeys=one&tagKeys=two", service.Request.Query);
    }

    [Fact]
    public async Task A_journey_is_written_with_its_activities_its_tags_and_its_schedule()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(201, "{}"));
        using var client = Clients.Pinpoint(service);

        await client.CreateJourneyAsync(new CreateJourneyRequest
        {
            ApplicationId = "app1",
            WriteJourneyRequest = new WriteJourneyRequest
            {
                Name = "release",
                State = State.ACTIVE,
                StartActivity = "start",
                Activities = new()
                {
                    ["start"] = new Activity
                    {
                        CUSTOM = new CustomMessageActivity { DeliveryUri = "arn:aws:lambda:x", EndpointTypes = ["CUSTOM"] },
                    },
                },
                Schedule = new JourneySchedule { StartTime = new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc) },
                Limits = new JourneyLimits { EndpointReentryCap = 0 },
                RefreshOnSegmentUpdate = true,
            },
        });

        AssertJson("""
            {"Activities":{"start":{"CUSTOM":{"DeliveryUri":"arn:aws:lambda:x","EndpointTypes":["CUSTOM"]}}},"Limits":{"EndpointReentryCap":0},"Name":"release",
             "RefreshOnSegmentUpdate":true,"Schedule":{"StartTime":"2026-12-01T09:00:00Z"},"StartActivity":"start","State":"ACTIVE"}
            """, service.Request);
    }

    [Fact]
    public async Task Names_that_the_protocol_spells_in_lower_case_are_kept()
    {
        await using var service = new LoopbackService(new ScriptedAnswer(201, "{}"));
        using var client = Clients.Pinpoint(service);

        await client.CreateAppAsync(new CreateAppRequest
        {
            CreateApplicationRequest = new CreateApplicationRequest { Name = "engagement", Tags = new() { ["stack"] = "dev" } },
        });

        Assert.Equal("/v1/apps", service.Request.Target);
        AssertJson("""{"Name":"engagement","tags":{"stack":"dev"}}""", service.Request);
    }

    private static void AssertJson(string expected, RecordedRequest request)
        => Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), request.Json), $"expected {expected}, sent {request.Text}");
}
