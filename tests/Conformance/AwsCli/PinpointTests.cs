using System.Text.Json;

namespace Conformance.Tests.AwsCli;

/// <summary>Amazon Pinpoint, asked by the AWS CLI.</summary>
[Collection(RunningEnvironment.Name)]
public sealed class PinpointTests(CommandLine aws) : IClassFixture<CommandLine>
{
    [Fact]
    public async Task An_event_is_recorded_for_an_endpoint_whose_id_needs_encoding()
    {
        const string EndpointId = "cli/user 1";
        var batch = new Dictionary<string, object>
        {
            [EndpointId] = new
            {
                Endpoint = new { Address = "a@example.com", ChannelType = "EMAIL" },
                Events = new
                {
                    e1 = new { EventType = "visit", Timestamp = "2026-12-01T09:00:00Z" },
                    e2 = new { EventType = "", Timestamp = "2026-12-01T09:00:00Z" },
                },
            },
        };
        var answer = await aws.SucceedAsync(
            "pinpoint",
            "put-events",
            "--application-id",
            aws.ApplicationId,
            "--events-request",
            JsonSerializer.Serialize(new { BatchItem = batch }));

        var results = answer.GetProperty("EventsResponse").GetProperty("Results").GetProperty(EndpointId).GetProperty("EventsItemResponse");
        Assert.Equal(202, results.GetProperty("e1").GetProperty("StatusCode").GetInt32());
        Assert.Equal(400, results.GetProperty("e2").GetProperty("StatusCode").GetInt32());
        var endpoint = await aws.SucceedAsync(
            "pinpoint",
            "get-endpoint",
            "--application-id",
            aws.ApplicationId,
            "--endpoint-id",
            EndpointId);
        Assert.Equal("EMAIL", endpoint.GetProperty("EndpointResponse").GetProperty("ChannelType").GetString());
        Assert.Single(await aws.Environment.EventsOfAsync(EndpointId));
    }

    [Fact]
    public async Task An_application_is_made_described_and_deleted()
    {
        var created = await aws.SucceedAsync(
            "pinpoint",
            "create-app",
            "--create-application-request",
            """{"Name":"shop","tags":{"team":"web"}}""");
        var id = created.GetProperty("ApplicationResponse").GetProperty("Id").GetString()!;
        await aws.SucceedAsync("pinpoint", "get-application-settings", "--application-id", id);
        await aws.SucceedAsync("pinpoint", "get-channels", "--application-id", id);
        await aws.SucceedAsync("pinpoint", "delete-app", "--application-id", id);

        Assert.Equal("NotFoundException", await aws.FailAsync("pinpoint", "get-app", "--application-id", id));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_named_as_aws_names_it()
    {
        Assert.Equal(
            "NotFoundException",
            await aws.FailAsync("pinpoint", "get-endpoint", "--application-id", aws.ApplicationId, "--endpoint-id", "nobody"));
        Assert.Equal(
            "NotFoundException",
            await aws.FailAsync("pinpoint", "put-events", "--application-id", "none", "--events-request", """{"BatchItem":{}}"""));
        Assert.Equal("BadRequestException", await aws.FailAsync("pinpoint", "create-app", "--create-application-request", "Name="));
    }

    [Fact]
    public async Task Too_many_requests_are_throttled()
    {
        await aws.Environment.AdvanceAsync("PT1S");
        string[] batch = ["--application-id", aws.ApplicationId, "--endpoint-batch-request", """{"Item":[{"Id":"often"}]}"""];
        Assert.Null((await aws.RunAsync("pinpoint", "update-endpoints-batch", batch)).Error);

        // The command takes so long to start that the rate itself is never reached.
        await aws.Environment.DisturbAsync(
            new { service = "pinpoint", operation = "UpdateEndpointsBatch", error = "TooManyRequestsException" });
        var throttled = await aws.RunAsync("pinpoint", "update-endpoints-batch", batch);
        await aws.Environment.CalmAsync();
        Assert.Equal("TooManyRequestsException", throttled.Error);
    }
}
