using System.Text;
using Engagement.Local.Pinpoint;

namespace Local.Tests.Pinpoint;

public sealed class ProtocolTests
{
    private readonly PinpointCloud cloud = new();

    // Service model of 2016-12-01: every error has Message and RequestID; REST-JSON clients take its name from x-amzn-ErrorType.
    [Fact]
    public void Error_has_the_shape_of_the_service_model()
    {
        var answer = cloud.Send("GET", "/v1/apps/00000000000000000000000000000000/endpoints/user-1");

        Assert.Equal((404, "NotFoundException"), (answer.Status, answer.Error));
        Assert.Equal("application/json", answer.Response.ContentType);
        Assert.NotEmpty(answer.Text("Message"));
        Assert.Equal(answer.Text("RequestID"), answer.Response.Headers["x-amzn-RequestId"]);
    }

    [Theory]
    [InlineData("GET", "/v1/unknown", 404, "UnknownOperationException")]
    [InlineData("PATCH", "/v1/apps", 405, "MethodNotAllowedException")]
    [InlineData("POST", "/v1/apps/x/jobs/import", 501, "NotImplementedException")]
    [InlineData("POST", "/v1/templates/welcome/voice", 501, "NotImplementedException")]
    public void Request_without_an_operation_here_is_an_error(string method, string path, int status, string error)
    {
        var answer = cloud.Send(method, path, new { });

        Assert.Equal((status, error), (answer.Status, answer.Error));
    }

    [Fact]
    public void Operation_that_is_not_done_yet_is_named_to_the_call_log_and_to_the_caller()
    {
        Assert.Equal("CreateImportJob", cloud.Resolve("POST", "/v1/apps/x/jobs/import").Name);
        Assert.Contains("CreateImportJob", cloud.Send("POST", "/v1/apps/x/jobs/import", new { }).Text("Message"), StringComparison.Ordinal);
    }

    // Service Authorization Reference, "Actions, resources, and condition keys for Amazon Pinpoint".
    [Theory]
    [InlineData("POST", "/v1/apps", "mobiletargeting:CreateApp", "apps/*")]
    [InlineData("GET", "/v1/apps/a1", "mobiletargeting:GetApp", "apps/a1")]
    [InlineData("POST", "/v1/apps/a1/events", "mobiletargeting:PutEvents", "apps/a1/events")]
    [InlineData("PUT", "/v1/apps/a1/endpoints", "mobiletargeting:UpdateEndpointsBatch", "apps/a1")]
    [InlineData("PUT", "/v1/apps/a1/endpoints/user%2042", "mobiletargeting:UpdateEndpoint", "apps/a1/endpoints/user 42")]
    [InlineData("GET", "/v1/apps/a1/users/u1", "mobiletargeting:GetUserEndpoints", "apps/a1/users/u1")]
    [InlineData("PUT", "/v1/apps/a1/channels/email", "mobiletargeting:UpdateEmailChannel", "apps/a1/channels/email")]
    [InlineData("GET", "/v1/apps/a1/journeys/j1", "mobiletargeting:GetJourney", "apps/a1/journeys/j1")]
    public void Operation_names_its_action_and_resource(string method, string path, string action, string resource)
    {
        var operation = cloud.Resolve(method, path);

        Assert.Equal(action, operation.Action);
        Assert.Equal([$"arn:aws:mobiletargeting:eu-west-1:000000000000:{resource}"], operation.Resources);
    }

    [Fact]
    public void Tagging_asks_for_the_very_arn_that_it_tags() =>
        Assert.Equal([cloud.AppArn], cloud.Resolve("GET", $"/v1/tags/{Uri.EscapeDataString(cloud.AppArn)}").Resources);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"User":{"UserAttributes":{"name":"jane@example.com"}}}""")]
    public void Body_of_another_shape_is_a_bad_request_that_quotes_nothing(string body)
    {
        var answer = cloud.SendRaw("PUT", $"/v1/apps/{cloud.App}/endpoints/user-1", Encoding.UTF8.GetBytes(body));

        Assert.Equal((400, "BadRequestException"), (answer.Status, answer.Error));
        Assert.DoesNotContain("jane", answer.Text("Message"), StringComparison.Ordinal);
        Assert.DoesNotContain("name", answer.Text("Message"), StringComparison.Ordinal);
    }

    // Developer guide, "API request quotas": 7 MB.
    [Fact]
    public void Body_over_7_MB_is_too_large()
    {
        var answer = cloud.SendRaw("PUT", $"/v1/apps/{cloud.App}/endpoints", new byte[(7 * 1024 * 1024) + 1]);

        Assert.Equal((413, "PayloadTooLargeException"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task Put_events_takes_its_rate_and_then_asks_to_slow_down_until_time_has_passed()
    {
        var limited = new PinpointCloud(new PinpointRates());
        var events = new Dictionary<string, object> { ["user-1"] = new { Endpoint = new { }, Events = new { } } };

        Assert.All(Enumerable.Range(0, 15), _ => Assert.Equal(202, limited.PutEvents(events).Status));
        var refused = limited.PutEvents(events);
        await limited.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(200), CancellationToken.None);

        Assert.Equal((429, "TooManyRequestsException"), (refused.Status, refused.Error));
        Assert.Equal([202, 202, 202, 429], Enumerable.Range(0, 4).Select(_ => limited.PutEvents(events).Status));
    }

    // Developer guide, "API request quotas": each operation is throttled by itself.
    [Fact]
    public void Rate_of_one_operation_leaves_the_others_alone()
    {
        var limited = new PinpointCloud(new PinpointRates { PutEvents = 1 });
        var events = new Dictionary<string, object>();

        Assert.Equal([202, 429], new[] { limited.PutEvents(events).Status, limited.PutEvents(events).Status });
        Assert.Equal(202, limited.UpdateEndpoint("user-1", new { }).Status);
    }
}
