namespace Conformance.Tests.JavaScriptSdk;

/// <summary>Amazon Pinpoint, asked by <c>@aws-sdk/client-pinpoint</c>.</summary>
[Collection(RunningEnvironment.Name)]
public sealed class PinpointTests(Sdk sdk) : IClassFixture<Sdk>
{
    [Fact]
    public async Task An_application_is_made_found_and_deleted()
    {
        var created = await sdk.SucceedAsync(
            "pinpoint",
            "CreateApp",
            new { CreateApplicationRequest = new { Name = "shop", tags = new { team = "web" } } });
        var id = created.GetProperty("ApplicationResponse").GetProperty("Id").GetString();

        var found = (await sdk.SucceedAsync("pinpoint", "GetApp", new { ApplicationId = id })).GetProperty("ApplicationResponse");
        Assert.Equal("shop", found.GetProperty("Name").GetString());
        Assert.Equal("web", found.GetProperty("tags").GetProperty("team").GetString());

        await sdk.SucceedAsync("pinpoint", "DeleteApp", new { ApplicationId = id });
        Assert.Equal("NotFoundException", (await sdk.FailAsync("pinpoint", "GetApp", new { ApplicationId = id })).Name);
    }

    [Theory]
    [InlineData("sdk-user")]
    [InlineData("a/b c+d%2F")]
    public async Task An_events_endpoint_is_recorded_and_found_by_the_id_that_it_was_given(string endpointId)
    {
        var item = new
        {
            Endpoint = new { User = new { UserId = "u-1", UserAttributes = new { plan = new[] { "gold" } } } },
            Events = new
            {
                first = new
                {
                    EventType = "purchase",
                    Timestamp = "2026-12-01T09:00:00Z",
                    Attributes = new { currency = "€" },
                    Metrics = new { value = 19.9 },
                }
            },
        };
        var answer = await sdk.SucceedAsync(
            "pinpoint",
            "PutEvents",
            new { sdk.ApplicationId, EventsRequest = new { BatchItem = new Dictionary<string, object> { [endpointId] = item } } });

        var result = answer.GetProperty("EventsResponse").GetProperty("Results").GetProperty(endpointId);
        Assert.Equal(202, result.GetProperty("EventsItemResponse").GetProperty("first").GetProperty("StatusCode").GetInt32());
        var endpoint = (await sdk.SucceedAsync("pinpoint", "GetEndpoint", new { sdk.ApplicationId, EndpointId = endpointId }))
            .GetProperty("EndpointResponse");
        Assert.Equal(endpointId, endpoint.GetProperty("Id").GetString());
        Assert.Equal("gold", endpoint.GetProperty("User").GetProperty("UserAttributes").GetProperty("plan")[0].GetString());
        Assert.Equal(
            "€",
            Assert.Single(await sdk.Environment.EventsOfAsync(endpointId)).GetProperty("attributes").GetProperty("currency").GetString());
    }

    [Fact]
    public async Task An_event_that_is_refused_is_told_apart_in_a_call_that_succeeds()
    {
        var events = new
        {
            good = new { EventType = "visit", Timestamp = "2026-12-01T09:00:00Z" },
            bad = new { EventType = "", Timestamp = "2026-12-01T09:00:00Z" },
        };
        var answer = await sdk.SucceedAsync(
            "pinpoint",
            "PutEvents",
            new { sdk.ApplicationId, EventsRequest = new { BatchItem = new { visitor = new { Endpoint = new { }, Events = events } } } });

        var results = answer.GetProperty("EventsResponse").GetProperty("Results").GetProperty("visitor").GetProperty("EventsItemResponse");
        Assert.Equal(202, results.GetProperty("good").GetProperty("StatusCode").GetInt32());
        Assert.Equal(400, results.GetProperty("bad").GetProperty("StatusCode").GetInt32());
    }

    [Fact]
    public async Task An_endpoint_is_updated_alone_in_a_batch_and_by_its_user()
    {
        // Others may have used up what Pinpoint takes in a second.
        await sdk.Environment.AdvanceAsync("PT1S");
        await sdk.SucceedAsync("pinpoint", "UpdateEndpoint", new
        {
            sdk.ApplicationId,
            EndpointId = "single",
            EndpointRequest = new
            {
                Address = "a@example.com",
                ChannelType = "EMAIL",
                Attributes = new { colour = new[] { "red" } },
                Metrics = new { visits = 3.5 },
                User = new { UserId = "u-2" },
            },
        });
        await sdk.SucceedAsync(
            "pinpoint",
            "UpdateEndpointsBatch",
            new
            {
                sdk.ApplicationId,
                EndpointBatchRequest = new
                {
                    Item = new[]
            {
                new { Id = "batched", User = new { UserId = "u-2" } },
            }
                }
            });

        var ofUser = await sdk.SucceedAsync("pinpoint", "GetUserEndpoints", new { sdk.ApplicationId, UserId = "u-2" });
        Assert.Equal(
            ["batched", "single"],
            ofUser.GetProperty("EndpointsResponse")
                .GetProperty("Item")
                .EnumerateArray()
                .Select(each => each.GetProperty("Id").GetString())
                .Order(StringComparer.Ordinal));
        await sdk.SucceedAsync("pinpoint", "DeleteEndpoint", new { sdk.ApplicationId, EndpointId = "batched" });
    }

    [Fact]
    public async Task An_unknown_application_is_the_error_that_the_sdk_has_a_class_for()
    {
        var error = await sdk.FailAsync("pinpoint", "GetApp", new { ApplicationId = "0123456789abcdef0123456789abcdef" });

        Assert.Equal(("NotFoundException", "NotFoundException", "client", 404), (error.Name, error.Class, error.Fault, error.Status));
    }

    [Fact]
    public async Task A_request_without_what_it_needs_is_a_bad_request()
    {
        var error = await sdk.FailAsync("pinpoint", "CreateApp", new { CreateApplicationRequest = new { Name = "" } });

        Assert.Equal(("BadRequestException", "BadRequestException", 400), (error.Name, error.Class, error.Status));
    }

    [Fact]
    public async Task A_body_of_more_than_seven_megabytes_is_too_large()
    {
        var attributes = Enumerable.Range(0, 25).ToDictionary(i => $"a{i}", _ => new string('x', 200));
        var events = Enumerable.Range(0, 1_500)
            .ToDictionary(i => $"e{i}", _ => new { EventType = "visit", Timestamp = "2026-12-01T09:00:00Z", Attributes = attributes });
        var error = await sdk.FailAsync(
            "pinpoint",
            "PutEvents",
            new { sdk.ApplicationId, EventsRequest = new { BatchItem = new { big = new { Endpoint = new { }, Events = events } } } });

        Assert.Equal(("PayloadTooLargeException", "PayloadTooLargeException", 413), (error.Name, error.Class, error.Status));
    }

    [Fact]
    public async Task Too_many_requests_are_throttled_and_the_sdk_tries_again_by_itself()
    {
        var batch = new { sdk.ApplicationId, EndpointBatchRequest = new { Item = new[] { new { Id = "often" } } } };
        SdkAnswer answer;
        do
        {
            answer = await sdk.SendAsync("pinpoint", "UpdateEndpointsBatch", batch);
        }
        while (answer.Error is null);
        Assert.Equal(
            ("TooManyRequestsException", "TooManyRequestsException", 429),
            (answer.Error.Name, answer.Error.Class, answer.Error.Status));

        // Throttled for as long as it is looked at: trying again does not help, but it can be counted.
        await sdk.Environment.DisturbAsync(
            new { service = "pinpoint", operation = "UpdateEndpointsBatch", error = "TooManyRequestsException" });
        var persistent = await sdk.FailAsync("pinpoint", "UpdateEndpointsBatch", batch, maxAttempts: 2);
        Assert.Equal(2, persistent.Attempts);
        await sdk.Environment.CalmAsync();
        await sdk.Environment.AdvanceAsync("PT1S");
        await sdk.SucceedAsync("pinpoint", "UpdateEndpointsBatch", batch);
    }

    [Fact]
    public async Task Settings_channels_and_tags_are_answered_in_full()
    {
        await sdk.SucceedAsync("pinpoint", "GetApplicationSettings", new { sdk.ApplicationId });
        await sdk.SucceedAsync("pinpoint", "GetChannels", new { sdk.ApplicationId });
        var app = (await sdk.SucceedAsync("pinpoint", "GetApp", new { sdk.ApplicationId })).GetProperty("ApplicationResponse");
        var arn = app.GetProperty("Arn").GetString();
        await sdk.SucceedAsync("pinpoint", "TagResource", new { ResourceArn = arn, TagsModel = new { tags = new { owner = "shop" } } });
        var tags = await sdk.SucceedAsync("pinpoint", "ListTagsForResource", new { ResourceArn = arn });
        Assert.Equal("shop", tags.GetProperty("TagsModel").GetProperty("tags").GetProperty("owner").GetString());
        await sdk.SucceedAsync("pinpoint", "UntagResource", new { ResourceArn = arn, TagKeys = new[] { "owner" } });
    }
}
